package org.teavm.classlib.java.util.concurrent;

import java.util.ArrayDeque;

/** {@code java.util.concurrent.ConcurrentLinkedDeque} for the browser's one thread. */
public class TConcurrentLinkedDeque<E> extends ArrayDeque<E> {
  private static final long serialVersionUID = 1;
}
