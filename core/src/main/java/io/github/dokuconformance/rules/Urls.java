package io.github.dokuconformance.rules;

import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.contract.Meaning;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.contract.Party;
import io.github.dokuconformance.contract.Pointer;
import io.github.dokuconformance.contract.Role;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.FindingType;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.finding.Source;
import io.github.dokuconformance.finding.Visible;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** URLs that DOKU or the customer's browser will open can be opened from the internet. */
final class Urls implements Rule {
  private static final Pattern NGROK = Pattern.compile("(?:.*\\.)?ngrok(?:-free)?\\.[a-z]+");
  private static final Pattern LOCAL_ADDRESS =
      Pattern.compile(
          "(?:0|10|127)(?:\\.[0-9]+){3}|192\\.168(?:\\.[0-9]+){2}|169\\.254(?:\\.[0-9]+){2}"
              + "|172\\.(?:1[6-9]|2[0-9]|3[01])(?:\\.[0-9]+){2}|\\[(?:::1|f[cd].*|fe80.*)]");
  private static final FindingType INVALID =
      new FindingType(
          "url.invalid",
          Severity.ERROR,
          "a URL is well formed (RFC 3986)",
          "Percent-encode what is not allowed in a URL, such as quotes, brackets and lone % signs.",
          Source.documented(Pages.ORDER_REQUEST + " (a URL); RFC 3986"));
  private static final FindingType UNREACHABLE =
      new FindingType(
          "url.unreachable",
          Severity.WARNING,
          "a notification URL can be reached from the internet",
          "Use a public host name; for a machine of your own use a tunnel other than ngrok.",
          Source.documented(Pages.SETUP));
  private static final String OVERRIDE_REQUIREMENT =
      " has the path of the configured Notification URL";
  private static final FindingType OVERRIDE_PATH =
      new FindingType(
          "url.override-path",
          Severity.ERROR,
          "override_notification_url" + OVERRIDE_REQUIREMENT,
          "Change only the host in the override; the path is part of what DOKU signs.",
          Source.documented(Pages.OVERRIDE));

  @Override
  public List<FindingType> types(Contract contract) {
    return List.of(INVALID, UNREACHABLE, OVERRIDE_PATH);
  }

  @Override
  public Scope scope(FindingType type, Contract contract) {
    Scope merchants = Scope.sentByMerchant("the merchant sends no request");
    return type.equals(INVALID)
        ? merchants
            .and(
                Scope.data(
                    operation -> operation.tellsOf(Part.REQUEST, Meaning.URLS),
                    "x-doku names no urls in the request",
                    Role.ORDER,
                    Role.OTHER))
            .and(Scope.only(operation -> !pointers(operation).isEmpty(), "its request has no URLs"))
        : merchants.and(Scope.place(Part.REQUEST, Meaning.NOTIFICATION_URL, Role.ORDER));
  }

  @Override
  public void check(Subject subject, Consumer<Finding> findings) {
    if (!subject.isBy(Party.MERCHANT, Part.REQUEST)) {
      return;
    }
    Operation operation = subject.operation().get();
    for (Pointer place : operation.pointers(Part.REQUEST, Meaning.URLS)) {
      if (place.anyIn(subject.requestJson(), Urls::needsReading)) {
        place.each(subject.requestJson(), (pointer, value) -> read(pointer, value, findings));
      }
    }
    for (Pointer place : operation.pointers(Part.REQUEST, Meaning.NOTIFICATION_URL)) {
      checkNotificationUrl(subject, place, findings);
    }
  }

  private static List<Pointer> pointers(Operation operation) {
    return Stream.of(Meaning.URLS, Meaning.NOTIFICATION_URL)
        .flatMap(meaning -> operation.pointers(Part.REQUEST, meaning).stream())
        .toList();
  }

  private static void checkNotificationUrl(
      Subject subject, Pointer place, Consumer<Finding> findings) {
    String pointer = place.toString();
    Optional<HttpUrl> url = read(pointer, place.in(subject.requestJson()), findings);
    if (url.isEmpty()) {
      return;
    }
    String host = url.get().host();
    if (isPrivate(host)) {
      findings.accept(UNREACHABLE.at(Part.REQUEST, pointer).got(host).build());
    }
    String path = url.get().path();
    Optional<String> configured = subject.context().notificationPath();
    if (configured.isPresent() && !configured.get().equals(path)) {
      findings.accept(
          OVERRIDE_PATH
              .requiring(last(place) + OVERRIDE_REQUIREMENT)
              .at(Part.REQUEST, pointer)
              .wanted(configured.get())
              .got(path)
              .build());
    }
  }

  private static boolean needsReading(JsonNode value) {
    return value.isString() && !HttpUrl.isPlain(value.asString());
  }

  private static Optional<HttpUrl> read(
      String pointer, JsonNode value, Consumer<Finding> findings) {
    // Anything but an absolute http(s) URL in printable ASCII is the schema's to report.
    if (!value.isString() || !HttpUrl.isAbsolute(value.asString())) {
      return Optional.empty();
    }
    try {
      return Optional.of(HttpUrl.read(value.asString()));
    } catch (URISyntaxException e) {
      findings.accept(
          INVALID
              .at(Part.REQUEST, pointer)
              .got(Visible.quoted(value.asString()) + " (" + e.getReason() + ")")
              .build());
      return Optional.empty();
    }
  }

  private static String last(Pointer place) {
    return place.dotted().substring(place.dotted().lastIndexOf('.') + 1);
  }

  private static boolean isPrivate(String host) {
    boolean address = !host.isEmpty() && (host.charAt(0) == '[' || host.charAt(0) <= '9');
    return address
        ? LOCAL_ADDRESS.matcher(host).matches()
        : host.equals("localhost")
            || host.endsWith(".localhost")
            || host.endsWith(".local")
            || (host.contains("ngrok") && NGROK.matcher(host).matches());
  }
}
