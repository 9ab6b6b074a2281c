package io.github.dokuconformance.contract;

import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What {@code x-doku} says of an operation: all that OpenAPI has no word for. */
record OperationProfile(
    String channel,
    Role role,
    String scheme,
    Set<Part> signed,
    Optional<Condition> recognise,
    Map<Part, Map<Meaning, List<Pointer>>> pointers,
    List<Echo> echoes,
    Set<Meaning> unique,
    Set<Meaning> asOrdered,
    Set<Meaning> asRequestId,
    Optional<Condition> failed,
    Optional<Checksum> checksum,
    List<String> identifiers,
    List<String> channelNames,
    Optional<String> service,
    List<NeededHeader> headers,
    Map<String, Source> off,
    Map<String, Source> warn,
    Map<Part, Knowledge> known) {

  Map<Meaning, List<Pointer>> pointers(Part part) {
    return pointers.getOrDefault(part, Map.of());
  }
}
