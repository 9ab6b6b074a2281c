package io.github.dokuconformance.cli.input.curl;

import io.github.dokuconformance.cli.input.AllowedFiles;
import io.github.dokuconformance.cli.input.HeaderText;
import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.input.Readings;
import io.github.dokuconformance.cli.input.http.Variables;
import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.HeaderBlock;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.HttpSyntax;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The request that a curl command makes, as its options come in. Not thread safe. */
final class CurlRequest {
  private static final Pattern SHELL_VARIABLE = Pattern.compile("\\$\\{\\w+}");

  private final String file;
  private final ShellCommand command;
  private final Readings readings;
  private final CurlData data;
  private final HeaderBlock headers = new HeaderBlock();
  private final List<String> suppressed = new ArrayList<>();
  private @Nullable ShellWord url;
  private @Nullable String method;
  private boolean json;
  private boolean get;
  private boolean head;
  private boolean globbing = true;
  private boolean dotSegments;

  CurlRequest(String file, ShellCommand command, AllowedFiles files, Readings readings) {
    this.file = file;
    this.command = command;
    this.readings = readings;
    this.data = new CurlData(file, command, files);
  }

  void apply(CurlOption option, ShellWord value) throws InputException {
    switch (option) {
      case REQUEST -> method = method(value);
      case HEADER -> header(value);
      case URL -> url(value);
      case GET -> get = true;
      case HEAD -> head = true;
      case GLOBOFF -> globbing = false;
      case PATH_AS_IS -> dotSegments = true;
      case JSON -> {
        json = true;
        data.add(option, value);
      }
      case DATA, DATA_RAW, DATA_BINARY -> data.add(option, value);
      case HARMLESS, HARMLESS_WITH_VALUE, UNSUPPORTED -> {}
    }
  }

  Request build() throws InputException {
    boolean hasBody = data.isGiven() && !get;
    if (hasBody && head) {
      throw InputException.atLine(
          file, command.line(), "expected --head or data, got both, which curl refuses");
    }
    if (hasBody) {
      imply("Content-Type", json ? "application/json" : "application/x-www-form-urlencoded");
      if (json) {
        imply("Accept", "application/json");
      }
    }
    byte[] body = hasBody ? data.toByteArray() : new byte[0];
    remarkVariable(body);
    requireLength(body.length);
    return new Request(
        method != null ? method : impliedMethod(hasBody),
        target(),
        headers.toHeaders(),
        Body.of(body));
  }

  /** A length that the command names itself is what curl sends, whatever the data. */
  private void requireLength(int length) throws InputException {
    Optional<String> named = headers.toHeaders().first("Content-Length");
    if (named.isPresent() && !named.get().equals(Integer.toString(length))) {
      throw InputException.atLine(
          file,
          command.line(),
          "Content-Length is %s, but the data has %s bytes"
              .formatted(Visible.line(named.get()), length));
    }
  }

  private String impliedMethod(boolean hasBody) {
    if (head) {
      return "HEAD";
    }
    return hasBody ? "POST" : "GET";
  }

  private String method(ShellWord value) throws InputException {
    String text = value.text();
    if (!HttpSyntax.isToken(text)) {
      throw error(value, "expected a method such as POST, got " + Visible.quoted(text));
    }
    return text;
  }

  private void url(ShellWord value) throws InputException {
    refuseVariable(value);
    if (url != null) {
      throw error(value, "expected one URL, got another one: " + Visible.quoted(value.text()));
    }
    url = value;
  }

  private Target target() throws InputException {
    if (url == null) {
      throw InputException.of(file, "expected a URL in the curl command, got none");
    }
    String text = CurlUrl.target(file, url, globbing, dotSegments);
    if (get && data.isGiven()) {
      text += separator(text) + new ShellWord(data.toByteArray(), 0).text();
    }
    if (!HttpSyntax.isTarget(text)) {
      throw error(url, "expected a URL like https://host/path, got " + Visible.quoted(text));
    }
    return Target.of(text);
  }

  private static String separator(String url) {
    if (!url.contains("?")) {
      return "?";
    }
    return url.endsWith("?") || url.endsWith("&") ? "" : "&";
  }

  /** What an editor or Postman would have replaced, curl sends as it stands. */
  private void remarkVariable(byte[] body) {
    Optional<String> variable = unresolved(new ShellWord(body, 0).text());
    variable.ifPresent(
        name ->
            readings.remark(
                command.line(), "the data has " + name + ", which is read as it stands"));
  }

  private static Optional<String> unresolved(String text) {
    Matcher shell = SHELL_VARIABLE.matcher(text);
    return Variables.find(text)
        .or(() -> shell.find() ? Optional.of(shell.group()) : Optional.empty());
  }

  private void refuseVariable(ShellWord word) throws InputException {
    Optional<String> variable = unresolved(word.text());
    if (variable.isPresent()) {
      throw error(word, Variables.reason(variable.get()));
    }
  }

  /** Takes {@code Name: value}, {@code Name;} (sent empty), or {@code Name:} (not sent). */
  private void header(ShellWord word) throws InputException {
    String text = word.text();
    if (text.startsWith("@")) {
      throw error(
          word, "expected a header, got " + Visible.quoted(text) + "; write the headers out");
    }
    refuseVariable(word);
    int colon = text.indexOf(':');
    boolean empty = colon < 0 && text.endsWith(";");
    if (colon < 0 && !empty) {
      throw error(word, "expected a header as \"Name: value\", got " + Visible.quoted(text));
    }
    String name = text.substring(0, empty ? text.length() - 1 : colon);
    String value = empty ? "" : HeaderText.withoutOuterWhiteSpace(text.substring(colon + 1));
    if (value.isEmpty() && !empty) {
      suppressed.add(name);
      return;
    }
    add(word.line(), name, value);
  }

  /** Adds a header that curl sends of its own accord, unless the command says otherwise. */
  private void imply(String name, String value) throws InputException {
    Headers given = headers.toHeaders();
    if (given.first(name).isEmpty() && suppressed.stream().noneMatch(name::equalsIgnoreCase)) {
      add(1, name, value);
    }
  }

  private void add(int line, String name, String value) throws InputException {
    Optional<String> wanted = headers.add(name, value);
    if (wanted.isPresent()) {
      throw InputException.atLine(
          file, line, "expected " + wanted.get() + ", got " + Visible.quoted(name + ": " + value));
    }
  }

  private InputException error(ShellWord word, String reason) {
    return InputException.atLine(file, word.line(), reason);
  }
}
