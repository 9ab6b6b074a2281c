package io.github.dokuconformance.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.finding.Basis;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.FindingType;
import io.github.dokuconformance.json.JsonTree;
import io.github.dokuconformance.run.RunCheck;
import io.github.dokuconformance.schemas.ContractFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** No code is silently off in any operation. */
class GapsTest {

  /** Places that no rule asks for: they are there for who makes messages. */
  private static final Set<String> FOR_OTHERS =
      Set.of("status", "dates", "paymentUrl", "originalRequestId");

  @TempDir private Path folder;

  static Stream<Arguments> contracts() {
    return Stream.of(
        argumentSet("bundled", Contract.bundled()), argumentSet("toy", Toy.CONTRACT));
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void tellsOfEachCodeInEachOperation(Contract contract) {
    List<FindingType> types = new ArrayList<>(Check.types(contract));
    types.addAll(RunCheck.types());

    assertThat(Gaps.of(contract)).hasSize(types.size() * contract.operations().size());
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void givesAReasonForWhateverIsOff(Contract contract) {
    assertThat(Gaps.of(contract))
        .allSatisfy(
            row -> {
              assertThat(row.isGap()).as(row.operation() + " " + row.type().code()).isFalse();
              assertThat(row.off().map(String::isBlank)).isNotEqualTo(Optional.of(true));
            });
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void turnsOffOnlyWhatIsKnownAndOnlyForWhatIsDocumentedOrSeen(Contract contract) {
    Set<String> codes =
        Gaps.of(contract).stream().map(row -> row.type().code()).collect(Collectors.toSet());

    for (Operation operation : contract.operations()) {
      assertThat(codes).containsAll(operation.off().keySet()).containsAll(operation.warn().keySet());
      assertThat(operation.off().values())
          .allMatch(it -> it.basis() == Basis.DOCUMENTED || it.basis() == Basis.OBSERVED);
    }
  }

  @Test
  void callsOnWhateverACaseShows() {
    Map<String, Boolean> on =
        Gaps.of(Toy.CONTRACT).stream()
            .collect(
                Collectors.toMap(
                    row -> row.operation().id() + " " + row.type().code(),
                    Gaps.Row::isOn,
                    (one, other) -> one));

    RuleCasesTest.all()
        .map(c -> c.shows().check())
        .filter(result -> result.operation().isPresent())
        .forEach(
            result -> {
              for (Finding finding : result.findings()) {
                String what = result.operation().get().id() + " " + finding.code();
                assertThat(on.get(what)).as(what).isTrue();
              }
            });
  }

  /** Everything that {@code x-doku} says of the bundled operations and a rule asks for. */
  static Stream<Arguments> said() {
    List<Arguments> said = new ArrayList<>();
    for (String where : List.of("paths", "webhooks")) {
      for (Map.Entry<String, JsonNode> item : copy().path(where).properties()) {
        for (Map.Entry<String, JsonNode> method : item.getValue().properties()) {
          JsonNode profile = method.getValue().path("x-doku");
          String at = "/" + where + "/" + item.getKey().replace("/", "~1") + "/" + method.getKey();
          String id = method.getValue().path("operationId").asString();
          said(id, at + "/x-doku", profile, said);
        }
      }
    }
    return said.stream();
  }

  private static void said(String id, String at, JsonNode profile, List<Arguments> said) {
    boolean status = profile.path("role").asString().equals("status");
    for (String key : profile.path("request").propertyNames()) {
      if (!FOR_OTHERS.contains(key) && !status && isAsked(profile, key)) {
        said.add(argumentSet(id + " request " + key, at + "/request", key));
      }
    }
    if (profile.path("response").has("wholeNumbers")) {
      said.add(argumentSet(id + " response wholeNumbers", at + "/response", "wholeNumbers"));
    }
    for (String list : List.of("echoes", "unique", "asOrdered")) {
      for (int i = 0; i < profile.path(list).size(); i++) {
        said.add(argumentSet(id + " " + list + " " + profile.path(list).get(i), at + "/" + list, Integer.toString(i)));
      }
    }
    for (String key : List.of("failed", "identifiers")) {
      if (profile.has(key)) {
        said.add(argumentSet(id + " " + key, at, key));
      }
    }
  }

  /** What DOKU writes is not asked for URLs and identifiers. */
  private static boolean isAsked(JsonNode profile, String key) {
    return !profile.path("role").asString().equals("notification")
        || !Set.of("identifierNames", "notificationUrl").contains(key);
  }

  @ParameterizedTest
  @MethodSource("said")
  void tellsOfWhatIsTakenOutOfTheData(String parent, String key) throws IOException {
    ObjectNode document = copy();
    JsonNode holder = document.at(parent);
    assertThat(gaps(contract(document))).isEmpty();

    JsonNode taken =
        holder instanceof ArrayNode list
            ? list.remove(Integer.parseInt(key))
            : ((ObjectNode) holder).remove(key);

    assertThat(taken).isNotNull();
    assertThat(gaps(contract(document))).isNotEmpty();
  }

  private static List<Gaps.Row> gaps(Contract contract) {
    return Gaps.of(contract).stream().filter(Gaps.Row::isGap).toList();
  }

  private Contract contract(ObjectNode document) throws IOException {
    Files.writeString(folder.resolve("openapi.json"), document.toString());
    return Contract.bundledWith(folder);
  }

  /** The bundled document once more, under other names. */
  private static ObjectNode copy() {
    try (InputStream in = ContractFiles.open("openapi.json")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return (ObjectNode)
          JsonTree.read(
              new ByteArrayInputStream(
                  text.replaceAll("\"operationId\": \"", "\"operationId\": \"copy.")
                      .replace("\"/akulaku-peer-to-peer/", "\"/copy/")
                      .replace("\"/orders/", "\"/copies/")
                      .getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
