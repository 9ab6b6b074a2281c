package org.teavm.classlib.java.io;

/** {@code java.io.CharConversionException}, for the browser. */
public class TCharConversionException extends TIOException {
  private static final long serialVersionUID = 1;

  public TCharConversionException(String message) {
    super(message);
  }
}
