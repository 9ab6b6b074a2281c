package io.github.dokuconformance.contract;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import io.github.dokuconformance.finding.Source;
import io.github.dokuconformance.json.JsonPointers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Turns what the validator says of one value into violations.
 *
 * <p>Where none of several alternatives fits, it tells what is wrong with each of them. A sender
 * means one of them and would be misled by the others, so one violation stands for them all.
 */
final class Violations {
  private static final Source UNSOURCED = Source.assumed("no source stands in the schema");
  private static final Pattern PARTS =
      Pattern.compile("; (?=(?:documented|observed|derived|assumed): )");
  private static final Set<String> ALTERNATIVES = Set.of("anyOf", "oneOf");
  private static final Set<String> BRANCHES = Set.of("then", "else");
  private static final Map<String, String> CONTAINS =
      Map.of("minContains", "at least ", "maxContains", "at most ");
  private static final int SHOWN = 3;

  private final JsonNode value;
  private final Function<String, JsonNode> documents;
  private final List<SchemaViolation> found = new ArrayList<>();

  private Violations(JsonNode value, Function<String, JsonNode> documents) {
    this.value = value;
    this.documents = documents;
  }

  /**
   * Returns the violations, in the validator's order.
   *
   * @param documents the tree of the file with that address
   */
  static List<SchemaViolation> of(
      List<Error> errors, JsonNode value, Function<String, JsonNode> documents) {
    Violations violations = new Violations(value, documents);
    Map<String, List<Error>> groups = new LinkedHashMap<>();
    for (Error error : errors) {
      int length = alternatives(error);
      String key =
          length == 0
              ? Integer.toString(groups.size())
              : head(error.getEvaluationPath(), length)
                  + pointer(error.getEvaluationPath(), length, error.getInstanceLocation());
      groups.computeIfAbsent(key, k -> new ArrayList<>()).add(error);
    }
    groups.values().forEach(violations::add);
    return List.copyOf(violations.found);
  }

  /** Returns how many steps lead to the outermost list of alternatives; 0 where there is none. */
  private static int alternatives(Error error) {
    NodePath path = error.getEvaluationPath();
    for (int i = 0; i < path.getNameCount(); i++) {
      if (ALTERNATIVES.contains(path.getName(i)) && isKeyword(path, i)) {
        return i + 1;
      }
    }
    return 0;
  }

  /** A member may have the name of a keyword. */
  private static boolean isKeyword(NodePath path, int index) {
    boolean keyword = true;
    for (int i = 0; i < index; i++) {
      keyword = !(keyword && Keywords.NAMED.contains(path.getName(i)));
    }
    return keyword;
  }

  private static String head(NodePath path, int length) {
    StringBuilder head = new StringBuilder();
    for (int i = 0; i < length; i++) {
      head.append('/').append(path.getName(i));
    }
    return head.toString();
  }

  private void add(List<Error> errors) {
    Error first = errors.get(0);
    int length = alternatives(first);
    found.add(length == 0 ? violation(first) : violation(first, length, errors));
  }

  private SchemaViolation violation(Error first, int length, List<Error> errors) {
    NodePath path = first.getEvaluationPath();
    String keyword = path.getName(length - 1);
    String pointer = pointer(path, length, first.getInstanceLocation());
    JsonNode holder = holder(first, path.getNameCount() - length + 1);
    Map<String, List<SchemaViolation>> forms = new LinkedHashMap<>();
    for (Error error : errors) {
      if (error.getEvaluationPath().getNameCount() > length) {
        forms
            .computeIfAbsent(error.getEvaluationPath().getName(length), k -> new ArrayList<>())
            .add(violation(error));
      }
    }
    String wanted =
        forms.isEmpty()
            ? "one of the forms alone"
            : forms.values().stream()
                .limit(SHOWN)
                .map(form -> form(pointer, form))
                .collect(Collectors.joining(", or ", "", forms.size() > SHOWN ? ", or …" : ""));
    return new SchemaViolation(
        keyword,
        pointer,
        wanted,
        forms.isEmpty() ? "a value of several of them" : Phrases.got(keyword, value.at(pointer)),
        text(holder, "description"),
        source(holder, keyword));
  }

  private static String form(String pointer, List<SchemaViolation> form) {
    return form.stream()
        .limit(SHOWN)
        .map(
            one ->
                one.pointer().equals(pointer)
                    ? one.wanted()
                    : one.pointer().substring(pointer.length()) + " with " + one.wanted())
        .collect(Collectors.joining(" and "));
  }

  /** Returns where the value is that the first steps of an evaluation lead to. */
  private static String pointer(NodePath evaluation, int length, NodePath instance) {
    int steps = 0;
    for (int i = 0; i < length; i++) {
      if (isKeyword(evaluation, i) && Keywords.INTO.contains(evaluation.getName(i))) {
        steps++;
      }
    }
    String pointer = "";
    for (int i = 0; i < Math.min(steps, instance.getNameCount()); i++) {
      pointer = JsonPointers.child(pointer, instance.getName(i));
    }
    return pointer;
  }

  private SchemaViolation violation(Error error) {
    String keyword = error.getKeyword();
    JsonNode holder = holder(error, 1);
    JsonNode about = holder;
    NodePath instance = error.getInstanceLocation();
    String pointer = pointer(instance);
    String property = error.getProperty();
    JsonNode limit = holder.path(keyword);
    if (keyword.equals("dependentRequired")) {
      JsonNode object = value.at(pointer);
      limit = limit.path(property);
      property =
          limit
              .valueStream()
              .map(JsonNode::asString)
              .filter(name -> !object.has(name))
              .findFirst()
              .orElse(property);
    }
    if (property != null) {
      pointer = JsonPointers.child(pointer, property);
      about = holder.path("properties").path(property);
    }
    String wanted =
        CONTAINS.containsKey(keyword) ? contains(holder, keyword) : Phrases.wanted(keyword, limit);
    boolean missing = Keywords.MISSING.contains(keyword);
    JsonNode branch = branch(error);
    String meaning = text(about, "description");
    return new SchemaViolation(
        keyword,
        pointer,
        wanted,
        missing ? "nothing" : Phrases.got(keyword, value.at(pointer)),
        meaning.isEmpty() ? text(branch, "description") : meaning,
        source(about.has("$comment") ? about : holder.has("$comment") ? holder : branch, keyword));
  }

  private static String contains(JsonNode holder, String keyword) {
    JsonNode number = holder.path(keyword);
    return CONTAINS.get(keyword)
        + Phrases.count(number.isMissingNode() ? "1" : number, "item")
        + " of the form "
        + holder.path("contains");
  }

  private static String pointer(NodePath instance) {
    String pointer = "";
    for (int i = 0; i < instance.getNameCount(); i++) {
      pointer = JsonPointers.child(pointer, instance.getName(i));
    }
    return pointer;
  }

  /**
   * Returns the innermost {@code then} or {@code else} around a keyword, which speaks for all that
   * is in it; missing where there is none.
   */
  private JsonNode branch(Error error) {
    NodePath fragment = error.getSchemaLocation().getFragment();
    for (int i = fragment.getNameCount() - 1; i >= 0; i--) {
      if (BRANCHES.contains(fragment.getName(i)) && isKeyword(fragment, i)) {
        return holder(error, fragment.getNameCount() - i - 1);
      }
    }
    return MissingNode.getInstance();
  }

  /** Returns the schema object that many steps above a keyword; missing where it can't be told. */
  private JsonNode holder(Error error, int above) {
    NodePath fragment = error.getSchemaLocation().getFragment();
    int length = fragment.getNameCount() - above;
    // Below a reference, the way that was evaluated and the place in the file differ.
    if (length < 0 || !tail(fragment, above).equals(tail(error.getEvaluationPath(), above))) {
      return MissingNode.getInstance();
    }
    JsonNode node = documents.apply(error.getSchemaLocation().getAbsoluteIri().toString());
    for (int i = 0; i < length; i++) {
      String name = fragment.getName(i);
      node = node.isArray() ? node.path(Integer.parseInt(name)) : node.path(name);
    }
    return node;
  }

  private static String tail(NodePath path, int length) {
    StringBuilder tail = new StringBuilder();
    for (int i = Math.max(0, path.getNameCount() - length); i < path.getNameCount(); i++) {
      tail.append('/').append(path.getName(i));
    }
    return tail.toString();
  }

  private static String text(JsonNode holder, String name) {
    return holder.path(name).asString("");
  }

  /** Returns what a keyword rests on: the part of the comment that names it, else the whole. */
  private static Source source(JsonNode holder, String keyword) {
    String comment = text(holder, "$comment");
    for (String part : PARTS.split(comment, -1)) {
      if (part.endsWith(" [" + keyword + "]")) {
        return Source.read(part.substring(0, part.lastIndexOf(" [")));
      }
    }
    return comment.isEmpty() ? UNSOURCED : Source.read(comment);
  }
}
