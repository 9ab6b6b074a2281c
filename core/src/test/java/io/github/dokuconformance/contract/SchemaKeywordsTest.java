package io.github.dokuconformance.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.check.Check;
import io.github.dokuconformance.check.CheckResult;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.json.JsonTree;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.rules.CheckContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Whatever a schema of JSON Schema 2020-12 says, a message is judged by it, or it is refused. */
class SchemaKeywordsTest {

  private static final String DOCUMENT =
      """
      {"paths": {"/odd": {"post": {"operationId": "shop.odd", "x-source": "assumed: shop",
        "x-doku": {"channel": "shop", "role": "other", "scheme": "non-snap",
          "signed": []},
        "requestBody": {"content": {"application/json": {"schema": {"$ref": "odd.json"}}}}}}}}
      """;

  @TempDir private Path folder;

  /** Every keyword: a schema, a value that breaks it, what is found, and a value that does not. */
  static Stream<Arguments> keywords() {
    return Stream.of(
        broken("{'type':'string'}", "1", "schema.type at ", "'a'"),
        broken("{'enum':[1,'a',null,{'a':1}]}", "2", "schema.enum at ", "{'a':1}"),
        broken("{'const':{'a':[1]}}", "{'a':[2]}", "schema.const at ", "{'a':[1]}"),
        broken("{'const':1,'enum':[1,2]}", "2", "schema.const at ", "1"),
        broken("{'multipleOf':0.1}", "0.25", "schema.multiple-of at ", "0.3"),
        broken("{'maximum':1.5}", "2", "schema.maximum at ", "1.5"),
        broken("{'exclusiveMaximum':2}", "2", "schema.exclusive-maximum at ", "1"),
        broken("{'minimum':-1}", "-2", "schema.minimum at ", "-1"),
        broken("{'exclusiveMinimum':0}", "0", "schema.exclusive-minimum at ", "1"),
        broken("{'minimum':100000000000000000000}", "1", "schema.minimum at ", "'a'"),
        broken("{'maxLength':1}", "'ab'", "schema.max-length at ", "'😀'"),
        broken("{'minLength':2.0}", "'😀'", "schema.min-length at ", "'ab'"),
        broken("{'pattern':'^a+$'}", "'b'", "schema.pattern at ", "'aa'"),
        broken("{'maxItems':1}", "[1,2]", "schema.max-items at ", "[1]"),
        broken("{'minItems':1}", "[]", "schema.min-items at ", "[1]"),
        broken("{'uniqueItems':true}", "[1,1]", "schema.unique-items at ", "[1,2]"),
        broken("{'contains':{'type':'string'}}", "[1]", "schema.keyword at ", "['a']"),
        broken("{'contains':{},'minContains':2}", "[1]", "schema.keyword at ", "[1,2]"),
        broken("{'contains':{},'maxContains':1}", "[1,2]", "schema.keyword at ", "[1]"),
        broken("{'maxProperties':1}", "{'a':1,'b':2}", "schema.max-properties at ", "{}"),
        broken("{'minProperties':1}", "{}", "schema.min-properties at ", "{'a':1}"),
        broken("{'required':['a/b']}", "{}", "schema.required at /a~1b", "{'a/b':1}"),
        broken(
            "{'dependentRequired':{'a':['b','c']}}",
            "{'a':1,'b':1}",
            "schema.dependent-required at /c",
            "{'b':1}"),
        broken(
            "{'dependentSchemas':{'a':{'required':['b']}}}",
            "{'a':1}",
            "schema.required at /b",
            "{}"),
        broken("{'dependentSchemas':{'a':false}}", "{'a':1}", "schema.keyword at ", "{}"),
        broken("{'propertyNames':{'maxLength':1}}", "{'ab':1}", "schema.keyword at /ab", "{'a':1}"),
        broken("{'propertyNames':false}", "{'a~':1}", "schema.keyword at /a~0", "{}"),
        broken("{'properties':{'a':false}}", "{'a':1}", "schema.keyword at /a", "{}"),
        broken(
            "{'properties':{'a':{'type':'null'}}}", "{'a':1}", "schema.type at /a", "{'a':null}"),
        broken(
            "{'patternProperties':{'^x':{'type':'string'}}}",
            "{'xy':1}",
            "schema.type at /xy",
            "{'y':1}"),
        broken(
            "{'patternProperties':{'^x':false}}", "{'xy':1}", "schema.keyword at /xy", "{'y':1}"),
        broken(
            "{'properties':{'a':{}},'additionalProperties':false}",
            "{'b/c':1}",
            "schema.additional-properties at /b~1c",
            "{'a':1}"),
        broken(
            "{'additionalProperties':{'type':'string'}}",
            "{'b':1}",
            "schema.type at /b",
            "{'b':'c'}"),
        broken("{'unevaluatedProperties':false}", "{'b':1}", "schema.keyword at /b", "{}"),
        broken(
            "{'unevaluatedProperties':{'type':'string'}}",
            "{'b':1}",
            "schema.type at /b",
            "{'b':'c'}"),
        broken("{'items':{'type':'string'}}", "['a',1]", "schema.type at /1", "['a']"),
        broken("{'items':false}", "[1]", "schema.keyword at ", "[]"),
        broken("{'prefixItems':[{'type':'string'}]}", "[1]", "schema.type at /0", "['a',1]"),
        broken("{'prefixItems':[false]}", "[1]", "schema.keyword at /0", "[]"),
        broken("{'unevaluatedItems':false}", "[1]", "schema.keyword at ", "[]"),
        broken("{'allOf':[{'type':'number'},{'minimum':5}]}", "3", "schema.minimum at ", "5"),
        broken("{'anyOf':[{'type':'string'},{'minimum':5}]}", "3", "schema.any-of at ", "'a'"),
        broken(
            "{'properties':{'anyOf':{'anyOf':[{'type':'string'},{'minimum':5}]}}}",
            "{'anyOf':3}",
            "schema.any-of at /anyOf",
            "{'anyOf':5}"),
        broken(
            "{'items':{'properties':{'a':{'anyOf':[{'required':['b']},{'required':['c']}]}}}}",
            "[{'a':{'b':1}},{'a':{}}]",
            "schema.any-of at /1/a",
            "[{'a':{'c':1}}]"),
        broken("{'oneOf':[{'type':'string'},{'minimum':5}]}", "3", "schema.one-of at ", "6"),
        broken("{'oneOf':[{'type':'number'},{'minimum':5}]}", "6", "schema.one-of at ", "'a'"),
        broken(
            "{'oneOf':[{'anyOf':[{'type':'string'}]},{'type':'null'}]}",
            "3",
            "schema.one-of at ",
            "null"),
        broken("{'not':{'type':'number'}}", "1", "schema.not at ", "'a'"),
        broken("{'not':{}}", "1", "schema.not at ", null),
        broken("{'if':{'type':'number'},'then':{'minimum':5}}", "3", "schema.minimum at ", "'a'"),
        broken("{'if':{'type':'string'},'else':false}", "3", "schema.keyword at ", "'a'"),
        broken("false", "1", "schema.keyword at ", null),
        broken(
            "{'$defs':{'a':{'type':'string'}},'$ref':'#/$defs/a'}", "1", "schema.type at ", "'a'"),
        broken(
            "{'$defs':{'a b':{'type':'string'}},'$ref':'#/$defs/a%20b'}",
            "1", "schema.type at ", "'a'"),
        broken(
            "{'type':'object','properties':{'c':{'$ref':'#'}}}",
            "{'c':{'c':1}}",
            "schema.type at /c/c",
            "{'c':{'c':{}}}"),
        broken("{'$ref':'other.json#/$defs/text'}", "1", "schema.type at ", "'a'"),
        broken("{'$comment':'no source','type':'string'}", "1", "schema.type at ", "'a'"));
  }

  private static Arguments broken(String schema, String wrong, String found, String right) {
    return argumentSet(schema, schema, wrong, found, right);
  }

  @ParameterizedTest
  @MethodSource("keywords")
  void findsWhatBreaksAKeyword(String schema, String wrong, String found, String right)
      throws IOException {
    Contract contract = contract(schema);

    List<Finding> findings = findings(contract, wrong);

    assertThat(findings)
        .extracting(finding -> finding.code() + " at " + finding.at())
        .containsExactly(found);
    assertThat(findings.get(0).message()).doesNotContain("\n");
    assertThat(findings.get(0).source().page()).isNotBlank();
    if (right != null) {
      assertThat(findings(contract, right)).isEmpty();
    }
  }

  /** What says nothing of whether a value conforms. */
  static Stream<String> annotations() {
    return Stream.of(
        "true",
        "{}",
        "{'items':true,'additionalProperties':true}",
        "{'format':'date'}",
        "{'contentMediaType':'application/json','contentEncoding':'base64','contentSchema':{'type':'null'}}",
        "{'title':'a','description':'b','default':1,'deprecated':true,'readOnly':true,'writeOnly':true,'examples':[1]}",
        "{'then':{'type':'null'}}",
        "{'minContains':5}",
        "{'wordThatNobodyKnows':{'type':'null'}}",
        "{'$vocabulary':{},'$defs':{'a':{'type':'null'}}}");
  }

  @ParameterizedTest
  @MethodSource("annotations")
  void isSilentAboutWhatBindsNobody(String schema) throws IOException {
    Contract contract = contract(schema);

    assertThat(findings(contract, "'a'")).isEmpty();
    assertThat(findings(contract, "[{'a':1}]")).isEmpty();
  }

  static Stream<Arguments> unusable() {
    return Stream.of(
        argumentSet("type", "{'type':'strng'}", "odd.json, at \"/type\""),
        argumentSet("keyword", "{'properties':{'a':{'maxLength':-1}}}", "/properties/a/maxLength"),
        argumentSet("list", "{'required':'a'}", "/required"),
        argumentSet("no schema", "[]", "odd.json"),
        argumentSet("pattern", "{'pattern':'('}", "at \"/pattern\": no regular expression"),
        argumentSet("pattern of names", "{'patternProperties':{'(':{}}}", "no regular expression"),
        argumentSet("reference to no place", "{'$ref':'#/$defs/none'}", "no schema"),
        argumentSet(
            "reference by an anchor", "{'$defs':{'a':{'$anchor':'x'}},'$ref':'#x'}", "no schema"),
        argumentSet("reference to no anchor", "{'$ref':'#none'}", "no schema"),
        argumentSet("reference to no file", "{'$ref':'none.json'}", "none.json"),
        argumentSet("reference up", "{'$ref':'../../secret.json'}", "secret.json"),
        argumentSet("reference to the net", "{'$ref':'https://a.example/b.json'}", "no schema"),
        argumentSet(
            "circle",
            "{'$defs':{'a':{'$ref':'#/$defs/b'},'b':{'$ref':'#/$defs/a'}},'$ref':'#/$defs/a'}",
            "leads back to itself"),
        argumentSet(
            "circle by a list", "{'anyOf':[{'type':'null'},{'$ref':'#'}]}", "leads back to itself"),
        argumentSet(
            "another dialect", "{'$schema':'http://json-schema.org/draft-07/schema#'}", "/$schema"),
        argumentSet(
            "another base", "{'properties':{'a':{'$id':'http://a.example/'}}}", "leave it out"),
        argumentSet("dynamic", "{'$dynamicRef':'#a'}", "leave it out"));
  }

  @ParameterizedTest
  @MethodSource("unusable")
  void refusesASchemaThatCannotBeApplied(String schema, String reason) {
    assertThatThrownBy(() -> contract(schema))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason);
  }

  /** Any few keywords together, and values of any form. */
  @Test
  @Timeout(120)
  void neverThrows() throws IOException {
    List<String> parts = new ArrayList<>();
    keywords().forEach(it -> parts.add(json((String) it.get()[0])));
    annotations().forEach(it -> parts.add(json(it)));
    List<JsonNode> objects =
        parts.stream().map(SchemaKeywordsTest::tree).filter(JsonNode::isObject).toList();
    List<String> values = new ArrayList<>();
    keywords().forEach(it -> values.add((String) it.get()[1]));
    values.addAll(List.of("1e19", "1e400", "-1e18", "{'a':{'a':{'a':1}}}", "[[[[1]]]]", "''"));
    Random random = new Random(7);

    for (int i = 0; i < 60; i++) {
      String name = "mixed" + i + ".json";
      String schema = mixed(objects, random);
      Files.writeString(folder.resolve(name), schema);
      other();
      Files.writeString(folder.resolve("openapi.json"), DOCUMENT.replace("odd.json", name));
      Contract contract;
      try {
        contract = Contract.bundledWith(folder);
      } catch (IllegalArgumentException e) {
        assertThat(e).hasMessageContaining(name);
        continue;
      }
      for (String value : values) {
        List<Finding> findings = findings(contract, value);
        SchemaCheck check = contract.schemas();
        assertThat(check.check(name, tree(json(value))))
            .hasSameSizeAs(check.validate(name, tree(json(value))));
        assertThat(findings).allMatch(finding -> finding.message().indexOf('\n') < 0);
      }
      assertThat(contract.schemas().fields(name)).isNotNull();
      assertThat(contract.schemas().keywords(name)).isNotNull();
    }
  }

  private static String mixed(List<JsonNode> objects, Random random) {
    StringBuilder all = new StringBuilder("{\"allOf\":[");
    for (int i = 0; i < 3; i++) {
      String one = objects.get(random.nextInt(objects.size())).toString();
      String wrapped =
          switch (random.nextInt(4)) {
            case 0 -> "{\"properties\":{\"a\":" + one + "}}";
            case 1 -> "{\"items\":" + one + "}";
            case 2 -> "{\"anyOf\":[" + one + ",{\"type\":\"null\"}]}";
            default -> one;
          };
      // A reference into the file means another place here.
      all.append(i == 0 ? "" : ",").append(wrapped.contains("$ref") ? "{}" : wrapped);
    }
    return all.append("]}").toString();
  }

  private Contract contract(String schema) throws IOException {
    Files.writeString(folder.resolve("odd.json"), json(schema));
    other();
    Files.writeString(folder.resolve("openapi.json"), DOCUMENT);
    return Contract.bundledWith(folder);
  }

  private void other() throws IOException {
    Files.writeString(folder.resolve("other.json"), "{\"$defs\":{\"text\":{\"type\":\"string\"}}}");
  }

  private static List<Finding> findings(Contract contract, String body) {
    Request request =
        new Request("POST", Target.of("/odd"), Headers.none(), Body.ofUtf8(json(body)));
    CheckResult result =
        Check.check(
            new Exchange("test", Optional.empty(), request, Optional.empty(), Optional.empty()),
            CheckContext.nothing().withContract(contract));
    return result.findings().stream()
        .filter(finding -> finding.part() == Part.REQUEST)
        .filter(finding -> finding.code().startsWith("schema."))
        .filter(finding -> !finding.code().equals("schema.unknown-field"))
        .toList();
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }

  private static JsonNode tree(String text) {
    return JsonTree.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
