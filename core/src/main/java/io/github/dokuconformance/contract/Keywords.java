package io.github.dokuconformance.contract;

import java.util.Set;

/** What the keywords of JSON Schema 2020-12 do that matters to who reads a schema. */
final class Keywords {
  /** Those that say nothing of whether a value conforms. */
  static final Set<String> ANNOTATIONS =
      Set.of(
          "$schema",
          "$id",
          "$comment",
          "$defs",
          "$anchor",
          "$vocabulary",
          "title",
          "description",
          "default",
          "deprecated",
          "readOnly",
          "writeOnly",
          "examples",
          "format",
          "contentEncoding",
          "contentMediaType",
          "contentSchema");

  /** Those that hold schemas under names. */
  static final Set<String> NAMED =
      Set.of("properties", "patternProperties", "$defs", "dependentSchemas");

  /** Those that hold a list of schemas. */
  static final Set<String> LISTS = Set.of("allOf", "anyOf", "oneOf", "prefixItems");

  /** Those that hold one schema. */
  static final Set<String> SINGLE =
      Set.of(
          "items",
          "contains",
          "not",
          "if",
          "then",
          "else",
          "additionalProperties",
          "propertyNames",
          "unevaluatedItems",
          "unevaluatedProperties",
          "contentSchema");

  /** Those that judge the value itself by further schemas. */
  static final Set<String> IN_PLACE =
      Set.of("allOf", "anyOf", "oneOf", "not", "if", "then", "else", "dependentSchemas");

  /** Those that lead into a part of the value. */
  static final Set<String> INTO =
      Set.of(
          "properties",
          "patternProperties",
          "additionalProperties",
          "unevaluatedProperties",
          "items",
          "prefixItems",
          "contains",
          "unevaluatedItems");

  /** Those that want a member which is not there. */
  static final Set<String> MISSING = Set.of("required", "dependentRequired");

  private Keywords() {}
}
