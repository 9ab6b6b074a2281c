package io.github.dokuconformance.cli.input.har;

import io.github.dokuconformance.cli.input.ContentCoding;
import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.message.Header;
import io.github.dokuconformance.message.HeaderBlock;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.HttpSyntax;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.message.json.JsonCursor;
import io.github.dokuconformance.message.json.JsonInputException;
import io.github.dokuconformance.signature.nonsnap.HeaderNames;
import io.github.dokuconformance.signature.nonsnap.NonSnap;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads one entry of a HAR. For one use.
 *
 * <p>A HAR holds decoded text, not bytes: bodies here are the text's UTF-8 form, so a body that was
 * sent in another charset, or as invalid UTF-8, is not what was on the wire. HTTP/2's pseudo
 * headers ({@code :path}) are left out, and a value of several lines is several headers, as some
 * browsers join repeated ones so. The target is the whole URL without fragment. A response is left
 * out if there was none (status 0) or if the browser has not kept its body. A byte order mark that
 * the recorder has dropped from a response can be told by Content-Length alone.
 *
 * <p>Source: HAR 1.2, the sections entries, request, postData, response and content.
 */
final class HarEntry {
  private static final Pattern DOKU_HOST = Pattern.compile("(?i)(.+\\.)?doku\\.com(:\\d+)?");

  private static final Pattern CHARSET =
      Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([^\\s\";]+)");

  private final HarRecorder recorder;
  private final Predicate<Target> contractTarget;

  private String startedAt = "";
  private @Nullable String method;
  private @Nullable String url;
  private @Nullable List<Header> requestHeaders;
  private HarContent requestContent = HarContent.ABSENT;
  private int requestSize = -1;
  private int status;
  private List<Header> responseHeaders = List.of();
  private HarContent responseContent = HarContent.ABSENT;
  private boolean responseLost;

  HarEntry(HarRecorder recorder, Predicate<Target> contractTarget) {
    this.recorder = recorder;
    this.contractTarget = contractTarget;
  }

  /** Says whether there was a response that is left out, for the HAR does not hold its body. */
  boolean hasLostResponse() {
    return responseLost;
  }

  /** Returns the entry at the cursor, or empty if it is no exchange with DOKU. */
  Optional<Exchange> read(JsonCursor json, String source) throws JsonInputException {
    json.enterObject();
    for (String name = json.nextMember(); name != null; name = json.nextMember()) {
      switch (isForeign() ? "" : name) {
        case "startedDateTime" -> startedAt = text(json);
        case "request" -> readRequest(json);
        case "response" -> readResponse(json);
        default -> json.skip();
      }
    }
    return isForeign() ? Optional.empty() : Optional.of(exchange(json, source));
  }

  /** Says whether it is certain, from what has been read, that this is no exchange with DOKU. */
  private boolean isForeign() {
    if (url == null) {
      return false;
    }
    if ("OPTIONS".equals(method) || !HttpSyntax.isTarget(url)) {
      return true;
    }
    return requestHeaders != null
        && !contractTarget.test(Target.of(url))
        && !isSignedForDoku(url, requestHeaders);
  }

  /** Other services have a header of that name as well; DOKU's is told by what stands with it. */
  private static boolean isSignedForDoku(String url, List<Header> headers) {
    boolean signed = false;
    boolean doku = DOKU_HOST.matcher(Target.of(url).authority().orElse("")).matches();
    for (Header header : headers) {
      if (header.name().equalsIgnoreCase(HeaderNames.SIGNATURE)) {
        signed = true;
        String prefix = NonSnap.SCHEME.prefix();
        doku |= header.value().regionMatches(true, 0, prefix, 0, prefix.length());
      }
      doku |= header.name().equalsIgnoreCase(HeaderNames.CLIENT_ID);
    }
    return signed && doku;
  }

  private void readRequest(JsonCursor json) throws JsonInputException {
    json.enterObject();
    for (String name = json.nextMember(); name != null; name = json.nextMember()) {
      switch (isForeign() ? "" : name) {
        case "method" -> method = json.string();
        case "url" -> url = withoutFragment(json.string());
        case "headers" -> requestHeaders = headers(json);
        case "postData" -> requestContent = HarContent.read(json);
        case "bodySize" -> requestSize = size(json);
        default -> json.skip();
      }
    }
    if (requestHeaders == null) {
      requestHeaders = List.of();
    }
  }

  private void readResponse(JsonCursor json) throws JsonInputException {
    json.enterObject();
    for (String name = json.nextMember(); name != null; name = json.nextMember()) {
      switch (name) {
        case "status" -> status = json.integer(-1, 599);
        case "headers" -> responseHeaders = headers(json);
        case "content" -> responseContent = HarContent.read(json);
        default -> json.skip();
      }
    }
  }

  private static String text(JsonCursor json) throws JsonInputException {
    if (json.isString()) {
      return json.string();
    }
    json.skip();
    return "";
  }

  private static int size(JsonCursor json) throws JsonInputException {
    if (json.isWholeNumber()) {
      return json.integer(-1, Integer.MAX_VALUE);
    }
    json.skip();
    return -1;
  }

  private List<Header> headers(JsonCursor json) throws JsonInputException {
    List<Header> headers = new ArrayList<>();
    json.enterArray();
    while (json.nextElement()) {
      String name = null;
      String value = null;
      json.enterObject();
      for (String member = json.nextMember(); member != null; member = json.nextMember()) {
        switch (member) {
          case "name" -> name = json.string();
          case "value" -> value = json.string();
          default -> json.skip();
        }
      }
      if (name == null || value == null) {
        throw json.error("expected a header with name and value, got one without");
      }
      if (!name.startsWith(":")) {
        for (String line : value.split("\n", -1)) {
          recorder.add(headers, new Header(name, line));
        }
      }
    }
    return headers;
  }

  private Exchange exchange(JsonCursor json, String source) throws JsonInputException {
    if (url == null || method == null || !HttpSyntax.isToken(method)) {
      throw json.error("expected an entry with a request that has method and url, got none");
    }
    Headers headers = checked(json, requestHeaders == null ? List.of() : requestHeaders);
    int length = length(headers);
    if (length < 0 && requestContent.text() == null && recorder.losesBodies(method)) {
      throw json.error(
          "the request's body is not known: the HAR holds neither the body nor its length");
    }
    String doubt =
        requestContent.doubt(charset(headers), length >= 0 ? length : requestSize, length >= 0);
    if (doubt != null) {
      throw json.error("the request's body is not known: " + doubt);
    }
    Request request =
        new Request(method, Target.of(url), headers, decoded(json, headers, requestContent));
    return new Exchange(source, Optional.empty(), request, response(json), recordedAt());
  }

  private Optional<Response> response(JsonCursor json) throws JsonInputException {
    boolean kept = responseContent.text() != null && !responseContent.text().isEmpty();
    if (status < 100) {
      return Optional.empty();
    }
    if (!kept
        && (responseContent.size() > 0
            || (responseContent.lost() != null && responseContent.size() != 0))) {
      responseLost = true;
      return Optional.empty();
    }
    Headers headers = checked(json, responseHeaders);
    int length = length(headers);
    int size = length >= 0 || !recorder.countsContent() ? length : responseContent.size();
    // Some count the bytes before a coding is undone, some those after it.
    boolean counted = kept && !ContentCoding.isNamed(headers);
    String doubt = counted ? responseContent.doubt(charset(headers), size, length >= 0) : null;
    if (doubt != null) {
      throw json.error("the response's body is not known: " + doubt);
    }
    return Optional.of(new Response(status, headers, decoded(json, headers, responseContent)));
  }

  /** Returns the content; base64 may hold it as it was transferred. */
  private static Body decoded(JsonCursor json, Headers headers, HarContent content)
      throws JsonInputException {
    Body body = content.body(json);
    byte[] coded = body.toByteArray();
    try {
      byte[] plain = content.encoding().isEmpty() ? coded : ContentCoding.decoded(headers, coded);
      return plain == coded ? body : Body.of(plain);
    } catch (IOException e) {
      throw json.error(String.valueOf(e.getMessage()));
    }
  }

  /** Returns what the text is encoded in; JSON is UTF-8 unless somebody says otherwise. */
  private static String charset(Headers headers) {
    Matcher named = CHARSET.matcher(headers.first("Content-Type").orElse(""));
    return named.find() ? named.group(1) : "utf-8";
  }

  private static int length(Headers headers) {
    return headers
        .first("Content-Length")
        .filter(text -> text.matches("\\d{1,9}"))
        .map(Integer::parseInt)
        .orElse(-1);
  }

  /** Returns when it was; a time that can't be read is not needed. */
  private Optional<Instant> recordedAt() {
    try {
      return startedAt.isEmpty()
          ? Optional.empty()
          : Optional.of(OffsetDateTime.parse(startedAt).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Headers checked(JsonCursor json, List<Header> headers) throws JsonInputException {
    HeaderBlock block = new HeaderBlock();
    for (Header header : headers) {
      Optional<String> wanted = block.add(header.name(), header.value());
      if (wanted.isPresent()) {
        throw json.error(
            "expected "
                + wanted.get()
                + ", got "
                + Visible.quoted(header.name() + ": " + header.value()));
      }
    }
    return block.toHeaders();
  }

  private static String withoutFragment(String url) {
    int fragment = url.indexOf('#');
    return fragment < 0 ? url : url.substring(0, fragment);
  }
}
