package org.teavm.classlib.java.util.concurrent.locks;

/** {@code java.util.concurrent.locks.Lock}, for the browser. */
public interface TLock {
  void lock();

  void unlock();
}
