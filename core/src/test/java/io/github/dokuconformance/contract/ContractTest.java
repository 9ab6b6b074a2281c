package io.github.dokuconformance.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.json.JsonTree;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class ContractTest {

  private static final String PROFILE =
      "'x-doku': {'channel': 'shop', 'role': 'order', 'scheme': 'non-snap', 'signed': []}";

  @TempDir private Path folder;

  static Stream<Operation> operations() {
    return Contract.bundled().operations().stream();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void pointersNameFieldsOfTheSchema(Operation operation) {
    for (Part part : Part.values()) {
      List<String> fields =
          (part == Part.REQUEST ? operation.requestSchema() : operation.responseSchema())
              .map(path -> Contract.bundled().schemas().fields(path)).orElse(List.of()).stream()
                  .map(field -> field.pointer().replace("/0", "/*"))
                  .toList();

      List<String> places =
          Arrays.stream(Meaning.values())
              .flatMap(meaning -> operation.pointers(part, meaning).stream())
              .filter(pointer -> pointer.parameter().isEmpty())
              .map(Pointer::toString)
              .toList();

      assertThat(fields).containsAll(places);
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void echoesHaveAPlaceInBothParts(Operation operation) {
    for (Echo echo : operation.echoes()) {
      assertThat(places(operation, Part.REQUEST)).contains(echo.request());
      assertThat(places(operation, Part.RESPONSE)).contains(echo.response());
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void whatIsUniqueHasAPlaceInTheRequest(Operation operation) {
    assertThat(operation.unique())
        .allSatisfy(meaning -> assertThat(operation.pointer(Part.REQUEST, meaning)).isPresent());
  }

  private static List<Pointer> places(Operation operation, Part part) {
    return Arrays.stream(Meaning.values())
        .flatMap(meaning -> operation.pointers(part, meaning).stream())
        .toList();
  }

  @Test
  void findsAChannelsOperationByItsRole() {
    Contract contract = Contract.bundled();

    assertThat(contract.channels()).contains("akulaku", "orders");
    assertThat(contract.operation("akulaku", Role.REFUND).map(Operation::id))
        .contains("akulaku.refund");
    assertThat(contract.operation("akulaku", Role.STATUS)).isEmpty();
  }

  @Test
  void readsEveryMethodWithItsOwnOperation() throws IOException {
    Contract contract =
        with(
            """
            {'paths': {'/things/{id}': {
              'patch': {'x-source': 'assumed: shop', 'operationId': 'shop.change', %s},
              'delete': {'x-source': 'assumed: shop', 'operationId': 'shop.remove', %s},
              'put': {'x-source': 'assumed: shop', 'operationId': 'shop.replace', %s}},
             '/things/all': {'get': {'x-source': 'assumed: shop', 'operationId': 'shop.all', %s}}}}
            """
                .replace("%s", PROFILE));

    assertThat(contract.at("PATCH", "/things/7").map(Operation::id)).contains("shop.change");
    assertThat(contract.at("DELETE", "/things/7").map(Operation::id)).contains("shop.remove");
    assertThat(contract.at("PUT", "/things/7").map(Operation::id)).contains("shop.replace");
    assertThat(contract.at("POST", "/things/7")).isPresent();
    assertThat(contract.at("GET", "/things/all").map(Operation::id)).contains("shop.all");
    assertThat(contract.at("PATCH", "/things/all").map(Operation::id)).contains("shop.change");
    assertThat(contract.at("PATCH", "/things/7/8")).isEmpty();
    assertThat(contract.at("PATCH", "/things/")).isEmpty();
  }

  @Test
  void readsParametersOfAPath() throws IOException {
    Contract contract =
        with(
            """
            {'paths': {'/{bank}-account/v2/{id}': {
              'patch': {'x-source': 'assumed: shop', 'operationId': 'shop.change', %s}}}}
            """
                .replace("%s", PROFILE));

    Operation operation = contract.operation("shop.change").orElseThrow();

    assertThat(operation.pathParameters("/bca-account/v2/a%20b"))
        .isEqualTo(Map.of("bank", "bca", "id", "a%20b"));
    assertThat(operation.pathParameters("/bca-account/v3/a")).isEmpty();
  }

  @Test
  void takesTheSchemaOfAStatusFromTheNarrowestEntry() throws IOException {
    Files.createDirectory(folder.resolve("json"));
    for (String name : List.of("made", "wrong", "any")) {
      Files.writeString(folder.resolve("json/" + name + ".json"), "{}");
    }
    Contract contract =
        with(
            """
            {'paths': {'/things': {'post': {'x-source': 'assumed: shop', 'operationId': 'shop.make', %s, 'responses': {
              '201': {'content': {'application/json': {'schema': {'$ref': 'json/made.json'}}}},
              '202': {'description': 'no body'},
              '409': {'content': {'application/json': {'schema': {'anyOf': [
                {'$ref': 'json/made.json'}, {'$ref': 'json/wrong.json'}]}}}},
              '4XX': {'$ref': '#/components/responses/Wrong'},
              'default': {'content': {'application/json': {'schema': {'$ref': 'json/any.json'}}}}}}}},
             'components': {'responses': {'Wrong': {
              'content': {'application/json': {'schema': {'$ref': 'json/wrong.json'}}}}}}}
            """
                .replace("%s", PROFILE));

    Operation operation = contract.operation("shop.make").orElseThrow();

    assertThat(operation.successes()).containsExactly(201, 202);
    assertThat(operation.responseSchema()).contains("json/made.json");
    assertThat(operation.responseSchemas(201)).containsExactly("json/made.json");
    assertThat(operation.responseSchemas(202)).isEmpty();
    assertThat(operation.responseSchemas(200)).containsExactly("json/made.json");
    assertThat(operation.responseSchemas(409)).containsExactly("json/made.json", "json/wrong.json");
    assertThat(operation.responseSchemas(404)).containsExactly("json/wrong.json");
    assertThat(operation.responseSchemas(500)).containsExactly("json/any.json");
  }

  @Test
  void knowsWhoWritesAndWhoSigns() throws IOException {
    Contract contract =
        with(
            """
            {'webhooks': {'ask': {'post': {'x-source': 'assumed: shop', 'operationId': 'shop.ask', 'x-doku': {
              'channel': 'shop', 'role': 'inquiry', 'scheme': 'non-snap',
              'signed': ['request', 'response'],
              'recognise': {'at': '/number', 'type': 'string'}}}}}}
            """);

    Operation operation = contract.operation("shop.ask").orElseThrow();

    assertThat(operation.writer(Part.REQUEST)).isEqualTo(Party.DOKU);
    assertThat(operation.writer(Part.RESPONSE)).isEqualTo(Party.MERCHANT);
    assertThat(operation.isSigned(Part.RESPONSE)).isTrue();
    assertThat(contract.recognise("POST", json("{'number': '1'}"))).contains(operation);
    assertThat(contract.recognise("PUT", json("{'number': '1'}"))).isEmpty();
    assertThat(contract.recognise("POST", json("{'number': 1}"))).isEmpty();
  }

  static Stream<Arguments> unreadable() {
    String post =
        "{'paths': {'/a': {'post': {'x-source': 'assumed: shop', 'operationId': 'shop.a', 'x-doku': {%s}}}}}";
    String said = "'channel': 'shop', 'scheme': 'non-snap', 'signed': [], ";
    return Stream.of(
        argumentSet("no JSON", "{", "expected JSON"),
        argumentSet(
            "no profile",
            "{'paths': {'/a': {'post': {'x-source': 'assumed: shop', 'operationId': 'shop.a'}}}}",
            "expected x-doku with channel, role and scheme"),
        argumentSet(
            "unknown role",
            post.replace("%s", said + "'role': 'gift'"),
            "openapi.json, /a post: expected one of order, update,"),
        argumentSet(
            "no word on signatures",
            post.replace("%s", "'channel': 'shop', 'role': 'order', 'scheme': 'non-snap'"),
            "x-doku/signed"),
        argumentSet(
            "no way to know a call of DOKU's",
            "{'webhooks': {'a': {'post': {'x-source': 'assumed: shop', 'operationId': 'shop.a',"
                + " 'x-doku': {"
                + said
                + "'role': 'order'}}}}}",
            "x-doku/recognise"),
        argumentSet(
            "misspelt key",
            post.replace("%s", said + "'role': 'order', 'echos': []"),
            "got: echos"),
        argumentSet(
            "misspelt meaning",
            post.replace("%s", said + "'role': 'order', 'request': {'ammount': '/a'}"),
            "got: ammount"),
        argumentSet(
            "no pointer",
            post.replace("%s", said + "'role': 'order', 'request': {'amount': 'a'}"),
            "expected a JSON pointer"),
        argumentSet(
            "condition misspelt",
            post.replace("%s", said + "'role': 'order', 'failed': {'att': '/a'}"),
            "expected a condition"),
        argumentSet(
            "condition on no type",
            post.replace("%s", said + "'role': 'order', 'failed': {'at': '/a', 'type': 'strng'}"),
            "name of a type"),
        argumentSet(
            "condition without an expression",
            post.replace("%s", said + "'role': 'order', 'failed': {'at': '/a', 'matches': '('}"),
            "expected a regular expression, got: ("),
        argumentSet(
            "taken id",
            post.replace("shop.a", "akulaku.refund").replace("%s", said + "'role': 'order'"),
            "akulaku.refund is taken"));
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void saysWhatIsNotUnderstood(String document, String reason) {
    assertThatThrownBy(() -> with(document))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void refusesAFolderThatReplacesABundledFile() throws IOException {
    Files.createDirectories(folder.resolve("json"));
    Files.writeString(folder.resolve("json/common.schema.json"), "{}");
    Contract contract = with("{}");

    assertThatThrownBy(() -> contract.document("json/common.schema.json"))
        .hasMessageContaining("the bundled contract has a file of this name");
  }

  @Test
  void refusesAFolderWithoutADocument() {
    assertThatThrownBy(() -> Contract.bundledWith(folder))
        .hasMessageContaining("expected a folder with a file openapi.json");
  }

  @Test
  void opensNoFileOutsideOfTheFolder() throws IOException {
    Files.writeString(folder.resolve("secret.json"), "{}");
    Path inner = Files.createDirectory(folder.resolve("inner"));
    Files.writeString(inner.resolve("openapi.json"), "{}");
    Contract contract = Contract.bundledWith(inner);

    assertThat(contract.document("../secret.json")).isEmpty();
    assertThat(contract.document(folder.resolve("secret.json").toString())).isEmpty();
  }

  private Contract with(String document) throws IOException {
    Files.writeString(folder.resolve("openapi.json"), document.replace('\'', '"'));
    return Contract.bundledWith(folder);
  }

  private static JsonNode json(String text) {
    return JsonTree.read(
        new ByteArrayInputStream(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
  }
}
