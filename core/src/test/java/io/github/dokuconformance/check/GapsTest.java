package io.github.dokuconformance.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.diagnosis.Rotation;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.FindingType;
import io.github.dokuconformance.json.JsonTree;
import io.github.dokuconformance.run.RunCheck;
import io.github.dokuconformance.schemas.ContractFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private static final String COPY = "copy.";

  /** The codes that are on in an operation as it is. */
  private static final Map<Place, Set<String>> ON = new HashMap<>();

  @TempDir private Path folder;

  static Stream<Arguments> contracts() {
    return Stream.of(argumentSet("bundled", Contract.bundled()), argumentSet("toy", Toy.CONTRACT));
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void tellsOfEachCodeInEachOperation(Contract contract) {
    List<FindingType> types = new ArrayList<>(Check.types(contract));
    types.addAll(RunCheck.types());

    assertThat(Gaps.of(contract).stream().map(row -> row.operation() + " " + row.type().code()))
        .containsExactlyElementsOf(
            contract.operations().stream()
                .flatMap(operation -> types.stream().map(type -> operation + " " + type.code()))
                .toList());
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void givesAReasonForWhateverIsOff(Contract contract) {
    assertThat(gaps(contract)).isEmpty();
    assertThat(Gaps.of(contract))
        .allSatisfy(row -> assertThat(row.off().orElse("on")).isNotBlank());
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void hasNoReasonForACodeThatDoesNotExist(Contract contract) {
    Set<String> codes =
        Gaps.of(contract).stream().map(row -> row.type().code()).collect(Collectors.toSet());

    for (Operation operation : contract.operations()) {
      assertThat(codes)
          .as(operation.id())
          .containsAll(operation.off().keySet())
          .containsAll(operation.warn().keySet());
    }
  }

  @Test
  void callsOnWhateverACaseShows() {
    Set<String> off =
        Gaps.of(Toy.CONTRACT).stream()
            .filter(row -> !row.isOn())
            .map(row -> row.operation() + " " + row.type().code())
            .collect(Collectors.toSet());

    for (CheckResult result : RuleCasesTest.all().map(c -> c.shows().check()).toList()) {
      if (result.operation().isPresent()) {
        assertThat(result.findings().stream().map(Finding::code).distinct())
            .allSatisfy(
                code -> assertThat(off).doesNotContain(result.operation().get() + " " + code));
      }
    }
  }

  /** Each single thing that {@code x-doku} says of an operation, and a rule may ask for. */
  static Stream<Arguments> said() {
    List<Arguments> said = new ArrayList<>();
    for (String where : List.of("paths", "webhooks")) {
      for (Map.Entry<String, JsonNode> item : bundled().path(where).properties()) {
        for (Map.Entry<String, JsonNode> method : item.getValue().properties()) {
          Place operation = new Place(where, item.getKey(), method.getKey());
          said(operation, method.getValue(), said);
        }
      }
    }
    return Rotation.of(said, 3).stream();
  }

  private static void said(Place place, JsonNode operation, List<Arguments> said) {
    String id = operation.path("operationId").asString();
    JsonNode profile = operation.path("x-doku");
    for (String holder : List.of("request", "response", "off")) {
      for (String key : profile.path(holder).propertyNames()) {
        said.add(argumentSet(id + " " + holder + " " + key, place, "/" + holder, key));
      }
    }
    for (String list : List.of("echoes", "unique", "asOrdered")) {
      for (int i = 0; i < profile.path(list).size(); i++) {
        JsonNode each = profile.path(list).get(i);
        said.add(argumentSet(id + " " + list + " " + each, place, "/" + list, "" + i));
      }
    }
    for (String key : List.of("failed", "identifiers")) {
      if (profile.has(key)) {
        said.add(argumentSet(id + " " + key, place, "", key));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("said")
  void turnsNothingOffInSilenceWhenItIsTakenOutOfTheData(Place place, String holder, String key)
      throws IOException {
    ObjectNode after = copy(place);
    remove(after.at(place.pointer() + holder), key);

    List<Gaps.Row> taken = ownRows(contract(after));

    Set<String> on = ON.get(place);
    if (on == null) {
      on = codesOn(contract(copy(place)));
      ON.put(place, on);
    }
    assertThat(taken)
        .filteredOn(row -> !row.isOn() && !row.isGap())
        .extracting(row -> row.type().code())
        .doesNotContainAnyElementsOf(on);
  }

  private static Set<String> codesOn(Contract contract) {
    return ownRows(contract).stream()
        .filter(Gaps.Row::isOn)
        .map(row -> row.type().code())
        .collect(Collectors.toSet());
  }

  private static void remove(JsonNode holder, String key) {
    if (holder instanceof ArrayNode list) {
      list.remove(Integer.parseInt(key));
    } else {
      ((ObjectNode) holder).remove(key);
    }
  }

  private static List<String> gaps(Contract contract) {
    return Gaps.of(contract).stream()
        .filter(Gaps.Row::isGap)
        .map(row -> row.operation() + " " + row.type().code() + ": " + row.off().orElseThrow())
        .toList();
  }

  private Contract contract(ObjectNode document) throws IOException {
    Files.writeString(folder.resolve("openapi.json"), document.toString());
    return Contract.bundledWith(folder);
  }

  private static List<Gaps.Row> ownRows(Contract contract) {
    return Gaps.of(contract).stream().filter(row -> row.operation().id().startsWith(COPY)).toList();
  }

  private static ObjectNode bundled() {
    try (InputStream in = ContractFiles.open("openapi.json")) {
      return (ObjectNode) JsonTree.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One operation of the bundled document, under another path and id, and no other. */
  private static ObjectNode copy(Place place) {
    ObjectNode document = bundled();
    ObjectNode operation = (ObjectNode) document.at(place.inBundled());
    operation.put("operationId", COPY + operation.path("operationId").asString());
    document.remove(List.of("paths", "webhooks"));
    document.putObject(place.where).putObject(place.path()).set(place.method, operation);
    return document;
  }

  /** Where an operation stands in the document. */
  private record Place(String where, String item, String method) {
    String inBundled() {
      return "/" + where + "/" + item.replace("/", "~1") + "/" + method;
    }

    String path() {
      return where.equals("paths") ? "/copy" + item : item;
    }

    /** Returns where the copy's {@code x-doku} stands. */
    String pointer() {
      return "/" + where + "/" + path().replace("/", "~1") + "/" + method + "/x-doku";
    }
  }
}
