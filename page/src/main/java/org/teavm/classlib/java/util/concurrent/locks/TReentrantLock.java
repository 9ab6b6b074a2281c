package org.teavm.classlib.java.util.concurrent.locks;

/** {@code java.util.concurrent.locks.ReentrantLock} for the browser's one thread. */
public class TReentrantLock implements TLock {
  @Override
  public void lock() {}

  public boolean tryLock() {
    return true;
  }

  @Override
  public void unlock() {}
}
