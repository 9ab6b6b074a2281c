package io.github.dokuconformance.cli.input.recognition;

import io.github.dokuconformance.cli.input.AllowedFiles;
import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.input.Readings;
import io.github.dokuconformance.cli.input.curl.CurlFile;
import io.github.dokuconformance.cli.input.http.HttpFile;
import io.github.dokuconformance.cli.input.loose.LogFile;
import io.github.dokuconformance.cli.input.postman.BrunoFile;
import java.util.Optional;

/** Reads text that is neither JSON nor surely a command, as what it looks like. */
record TextReader(Optional<InputFormat> format, AllowedFiles files, Optional<String> target)
    implements WholeSource.Reader {
  @Override
  public void read(byte[] content, Readings readings) throws InputException {
    InputKind kind =
        switch (format.orElse(InputFormat.HTTP)) {
          case LOG -> InputKind.LOG;
          case BRU -> InputKind.BRUNO;
          default -> Recogniser.ofText(content);
        };
    switch (kind) {
      case LOG -> LogFile.read(content, target, readings);
      case BRUNO -> BrunoFile.read(content, readings);
      case HEADERS -> headers(content, readings);
      case STRING_TO_SIGN ->
          throw InputException.atLine(
              readings.file(),
              1,
              "this is a string to sign, not a message; hold it against the right one with explain"
                  + " --actual-string-to-sign FILE and the message, or against a signature with"
                  + " explain --actual-string-to-sign FILE --signature SIGNATURE");
      case CURL -> {
        if (format.isPresent()) {
          HttpFile.read(content, files, readings);
        } else {
          CurlFile.read(content, files, readings);
        }
      }
      default -> {
        if (format.isEmpty() && !HttpFile.isLike(content)) {
          throw InputException.atLine(
              readings.file(),
              1,
              "nothing that is known begins so; expected a name that ends in one of %s, or"
                      .formatted(InputFormat.endings())
                  + " --input-format, and a text that is one");
        }
        HttpFile.read(content, files, readings);
      }
    }
  }

  private void headers(byte[] content, Readings readings) throws InputException {
    if (target.isEmpty()) {
      throw InputException.atLine(
          readings.file(),
          1,
          "expected a request line like POST /path HTTP/1.1 before the headers, got a header; put"
              + " the line there, or say with --target PATH where the request went");
    }
    HttpFile.readHeaders(content, target.get(), files, readings);
  }
}
