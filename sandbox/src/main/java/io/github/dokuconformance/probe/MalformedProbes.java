package io.github.dokuconformance.probe;

import static io.github.dokuconformance.probe.Expectation.ANSWERED;
import static io.github.dokuconformance.probe.Expectation.REFUSED;
import static io.github.dokuconformance.probe.Level.INFORMATIONAL;
import static io.github.dokuconformance.probe.Level.SHOULD;

import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.probe.Probe.Reason;
import io.github.dokuconformance.probe.Probe.Recipe;
import java.util.List;
import java.util.function.Function;

/** Rightly signed messages of a kind that DOKU does not send. */
final class MalformedProbes {
  private static final Reason SURVIVE =
      new Reason(
          "the endpoint fails where it should answer: DOKU would repeat the message three times"
              + " and its failure would fill the logs",
          "answer 400 to a body that can't be read as a notification");
  private static final Reason METHOD =
      new Reason(
          "DOKU sends POST; another method may take a way around the check",
          "route POST alone to the endpoint");
  private static final int DEEP = 10_000;
  private static final int HUGE = 1 << 20;

  private MalformedProbes() {}

  static List<Probe> all() {
    return List.of(
        body("empty-body", "no body, signed without a Digest line", s -> Body.none()),
        body("not-json", "a body that is not JSON", s -> Body.ofUtf8("not json")),
        body("array", "a JSON array", s -> Body.ofUtf8("[]")),
        body("null", "the JSON value null", s -> Body.ofUtf8("null")),
        body("empty-object", "an object without members", s -> Body.ofUtf8("{}")),
        body(
            "null-members",
            "an object whose members are null",
            s -> Body.ofUtf8("{\"order\":null,\"transaction\":null,\"payment\":null}")),
        body("cut", "the first half of a notification", MalformedProbes::cut),
        body(
            "not-utf-8",
            "bytes that are not UTF-8",
            s -> Body.of(new byte[] {'"', (byte) 0xC3, (byte) 0x28, '"'})),
        body(
            "deep-json",
            "10,000 arrays in each other",
            s -> Body.ofUtf8("[".repeat(DEEP) + "]".repeat(DEEP))),
        Probe.of(
                "malformed.huge",
                INFORMATIONAL,
                ANSWERED,
                "a notification with 1 MiB of white space",
                SURVIVE,
                Sources.ROBUST,
                s -> s.draft(Spelling.compact(s.success()) + " ".repeat(HUGE)).sign())
            .closingAllowed(),
        Probe.of(
            "malformed.timestamp",
            INFORMATIONAL,
            REFUSED,
            "a Request-Timestamp that is no timestamp",
            new Reason(
                "who does not read the timestamp can't tell a replay",
                "refuse a Request-Timestamp that is not yyyy-MM-ddTHH:mm:ssZ"),
            Sources.HEADERS,
            s -> s.draft().timestamp("not-a-timestamp").sign()),
        method("method.get", "GET without body", s -> other("GET", s.draft("").sign())),
        method("method.put", "PUT with a genuine message", s -> other("PUT", s.genuine())));
  }

  private static Probe body(String name, String sent, Function<Setting, Body> body) {
    return Probe.of(
        "malformed." + name,
        SHOULD,
        ANSWERED,
        "rightly signed: " + sent,
        SURVIVE,
        Sources.ROBUST,
        s -> s.draft(body.apply(s)).sign());
  }

  private static Probe method(String id, String sent, Recipe recipe) {
    return Probe.of(id, INFORMATIONAL, REFUSED, sent, METHOD, Sources.ROBUST, recipe);
  }

  private static Body cut(Setting setting) {
    String whole = Spelling.compact(setting.success());
    return Body.ofUtf8(whole.substring(0, whole.length() / 2));
  }

  private static Request other(String method, Request request) {
    return new Request(method, request.target(), request.headers(), request.body());
  }
}
