package io.github.dokuconformance.cli.input.curl;

import io.github.dokuconformance.cli.input.AllowedFiles;
import io.github.dokuconformance.cli.input.HeaderText;
import io.github.dokuconformance.cli.input.InputException;
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
import org.jspecify.annotations.Nullable;

/** The request that a curl command makes, as its options come in. Not thread safe. */
final class CurlRequest {
  private final String file;
  private final CurlData data;
  private final HeaderBlock headers = new HeaderBlock();
  private final List<String> suppressed = new ArrayList<>();
  private @Nullable ShellWord url;
  private @Nullable String method;
  private boolean json;
  private boolean get;
  private boolean head;

  CurlRequest(String file, AllowedFiles files) {
    this.file = file;
    this.data = new CurlData(file, files);
  }

  void apply(CurlOption option, ShellWord value) throws InputException {
    switch (option) {
      case REQUEST -> method = method(value);
      case HEADER -> header(value);
      case URL -> url(value);
      case GET -> get = true;
      case HEAD -> head = true;
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
    if (hasBody) {
      imply("Content-Type", json ? "application/json" : "application/x-www-form-urlencoded");
      if (json) {
        imply("Accept", "application/json");
      }
    }
    return new Request(
        method != null ? method : impliedMethod(hasBody),
        target(),
        headers.toHeaders(),
        hasBody ? Body.of(data.toByteArray()) : Body.none());
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
    if (url != null) {
      throw error(value, "expected one URL, got another one: " + Visible.quoted(value.text()));
    }
    url = value;
  }

  private Target target() throws InputException {
    if (url == null) {
      throw InputException.of(file, "expected a URL in the curl command, got none");
    }
    String text = url.text();
    if (!text.contains("://")) {
      text = "http://" + text;
    }
    int fragment = text.indexOf('#');
    String target = fragment < 0 ? text : text.substring(0, fragment);
    if (get && data.isGiven()) {
      target += (target.contains("?") ? "&" : "?") + new ShellWord(data.toByteArray(), 0).text();
    }
    if (!HttpSyntax.isTarget(target)) {
      throw error(url, "expected a URL like https://host/path, got " + Visible.quoted(target));
    }
    return Target.of(target);
  }

  /** Takes {@code Name: value}, {@code Name;} (sent empty), or {@code Name:} (not sent). */
  private void header(ShellWord word) throws InputException {
    String text = word.text();
    if (text.startsWith("@")) {
      throw error(
          word, "expected a header, got " + Visible.quoted(text) + "; write the headers out");
    }
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
