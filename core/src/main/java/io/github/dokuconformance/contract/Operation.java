package io.github.dokuconformance.contract;

import static java.util.Objects.requireNonNull;

import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * One entry of the contract: an endpoint of DOKU's, or one of the merchant's that DOKU calls.
 *
 * <p>It is what the OpenAPI document says of it. Code that means "the operation which makes an
 * order" asks for the {@link #role}, and code that means "the amount" asks for the {@linkplain
 * #pointer place} of it; no code compares ids. Immutable and thread safe.
 */
public final class Operation {
  private final String id;
  private final String summary;
  private final Source source;
  private final Direction direction;
  private final String method;
  private final PathTemplate path;
  private final Optional<String> requestSchema;
  private final Responses responses;
  private final OperationProfile profile;
  private final PartPointers inRequest;
  private final PartPointers inResponse;

  Operation(
      String id,
      String summary,
      Source source,
      Direction direction,
      String method,
      PathTemplate path,
      Optional<String> requestSchema,
      Responses responses,
      OperationProfile profile) {
    this.id = requireNonNull(id, "id");
    this.summary = summary;
    this.source = source;
    this.direction = direction;
    this.method = method;
    this.path = path;
    this.requestSchema = requestSchema;
    this.responses = responses;
    this.profile = profile;
    this.inRequest = new PartPointers(profile.pointers(Part.REQUEST));
    this.inResponse = new PartPointers(profile.pointers(Part.RESPONSE));
  }

  /** Returns the stable name, for example {@code checkout.payment}. */
  public String id() {
    return id;
  }

  public String summary() {
    return summary;
  }

  /** Returns where it is documented. */
  public Source source() {
    return source;
  }

  public Direction direction() {
    return direction;
  }

  /** Returns the group of operations that it belongs to, for example {@code checkout}. */
  public String channel() {
    return profile.channel();
  }

  public Role role() {
    return profile.role();
  }

  public boolean is(Role role) {
    return profile.role() == role;
  }

  /** Returns the way in which its messages are signed, for example {@code non-snap}. */
  public String scheme() {
    return profile.scheme();
  }

  /**
   * Tells whether that part carries a signature. Who makes it is the {@linkplain #writer writer}.
   */
  public boolean isSigned(Part part) {
    return profile.signed().contains(part);
  }

  /** Returns who writes that part. */
  public Party writer(Part part) {
    return (direction == Direction.MERCHANT_TO_DOKU) == (part == Part.REQUEST)
        ? Party.MERCHANT
        : Party.DOKU;
  }

  /** Tells whether DOKU calls, at a path of the merchant's own. */
  public boolean isCalledByDoku() {
    return direction == Direction.DOKU_TO_MERCHANT;
  }

  /** Returns the HTTP method, in upper case. */
  public String method() {
    return method;
  }

  /**
   * Returns the path with its <code>{parameters}</code>; empty where DOKU calls, since the path is
   * the merchant's.
   */
  public String path() {
    return path.toString();
  }

  public boolean hasPathParameters() {
    return path.hasParameters();
  }

  /** Tells whether a raw path is this operation's; a parameter stands for a part of a segment. */
  public boolean matchesPath(String raw) {
    return path.matches(raw);
  }

  /**
   * Returns the parameters of a raw path by their names, undecoded; none where it is not this
   * operation's.
   */
  public Map<String, String> pathParameters(String raw) {
    return path.match(raw).orElse(Map.of());
  }

  /** Tells whether a request may be recognised by its body alone. */
  boolean isKnownByBody() {
    return profile.recognise().isPresent();
  }

  /** Tells whether a request is this operation's by its method and body, wherever it goes. */
  boolean recognises(String method, JsonNode body) {
    return this.method.equals(method)
        && profile.recognise().isPresent()
        && profile.recognise().get().holds(body);
  }

  /** Returns the path of the request body's schema; none where it takes no body. */
  public Optional<String> requestSchema() {
    return requestSchema;
  }

  /**
   * Returns the path of a successful response body's schema, of the first success that has one;
   * none where no body is prescribed.
   */
  public Optional<String> responseSchema() {
    return responses.ofSuccess();
  }

  /**
   * Returns the paths of the schemas that a response of that status may conform to, as the OpenAPI
   * document has them under the status, its range or {@code default}; most often one, several where
   * {@code anyOf} names them, none where no body is prescribed. A success that the document does
   * not name is taken for the first that it names.
   */
  public List<String> responseSchemas(int status) {
    return responses.of(status);
  }

  /** Returns the paths of all schemas that it names, without repetition. */
  public Stream<String> schemas() {
    return Stream.concat(requestSchema.stream(), responses.all()).distinct();
  }

  /**
   * Returns the statuses of success that the document names, such as 200 and 201; a range such as
   * {@code 2XX} stands as its first, 200.
   */
  public List<Integer> successes() {
    return responses.successes();
  }

  /** Returns the first place of that meaning in a part. */
  public Optional<Pointer> pointer(Part part, Meaning meaning) {
    return places(part).first(meaning);
  }

  /** Returns the places of that meaning in a part; none where the contract names none. */
  public List<Pointer> pointers(Part part, Meaning meaning) {
    return places(part).all(meaning);
  }

  private PartPointers places(Part part) {
    return part == Part.REQUEST ? inRequest : inResponse;
  }

  /** Tells whether the contract says where that stands in a part, or that it has no place there. */
  public boolean tellsOf(Part part, Meaning meaning) {
    return profile.pointers(part).containsKey(meaning);
  }

  /** Returns what the response repeats of the request. */
  public List<Echo> echoes() {
    return profile.echoes();
  }

  /** Returns what must be new in each request of a run; each has a place in the request. */
  public Set<Meaning> unique() {
    return profile.unique();
  }

  /**
   * Returns what must be the same as in the order that the message is about; the amount of a
   * request that has none is that of its response.
   */
  public Set<Meaning> asOrdered() {
    return profile.asOrdered();
  }

  /** Returns what in its request is the Request-Id. */
  public Set<Meaning> asRequestId() {
    return profile.asRequestId();
  }

  /** Returns when a response of success says that it failed nevertheless. */
  public Optional<Condition> failed() {
    return profile.failed();
  }

  /** Returns the checksum that its request holds in place of a signature, if it does. */
  public Optional<Checksum> checksum() {
    return profile.checksum();
  }

  /** Returns the names that may stand at {@link Meaning#IDENTIFIER_NAMES}; none where any may. */
  public List<String> identifiers() {
    return profile.identifiers();
  }

  /** Returns the names that stand at {@link Meaning#CHANNEL_NAME} on the pages; an open set. */
  public List<String> channelNames() {
    return profile.channelNames();
  }

  /** Returns the two digits that stand for it in a response code; none where it has none. */
  public Optional<String> service() {
    return profile.service();
  }

  /** Returns the headers that its request carries beside those of its scheme. */
  public List<NeededHeader> headers() {
    return profile.headers();
  }

  /** Returns the codes of findings that are not made of this operation, and the reason of each. */
  public Map<String, Source> off() {
    return profile.off();
  }

  /** Returns the codes of errors that are warnings here, and the reason of each. */
  public Map<String, Source> warn() {
    return profile.warn();
  }

  /** Returns how much of a part is known; none where nothing is said of it. */
  public Knowledge known(Part part) {
    return profile.known().getOrDefault(part, Knowledge.NONE);
  }

  /** Returns how much is known of all its messages: full or none where each is; partial else. */
  public Knowledge known() {
    return isCalledByDoku() || known(Part.REQUEST) == known(Part.RESPONSE)
        ? known(Part.REQUEST)
        : Knowledge.PARTIAL;
  }

  @Override
  public String toString() {
    return id;
  }
}
