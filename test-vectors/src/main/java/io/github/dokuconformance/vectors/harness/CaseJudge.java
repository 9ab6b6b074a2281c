package io.github.dokuconformance.vectors.harness;

import static java.util.stream.Collectors.joining;

import io.github.dokuconformance.vectors.TestCase;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Decides whether an answer is what a case expects. A pure function; knows no process. */
final class CaseJudge {
  /** How much of an answer goes into a message, in characters. */
  private static final int LONGEST_SHOWN = 2_000;

  private CaseJudge() {}

  static Verdict judge(TestCase test, AdapterAnswer answer, Strictness strictness) {
    return answer.fold(
        ok -> judgeOk(test, ok.payload(), strictness),
        rejected -> judgeRejected(test, rejected, strictness),
        skipped -> Verdict.of(Status.SKIP, skipped.reason() + suffix(skipped.issue())),
        failed -> Verdict.of(Status.ERROR, failed.message()));
  }

  private static Verdict judgeOk(TestCase test, JsonNode payload, Strictness strictness) {
    return switch (test.operation()) {
      case DIGEST, CANONICALIZE, SIGN -> judgeProduced(test, produced(payload));
      case VERIFY -> judgeVerify(test.expected(), payload, strictness);
      case VALIDATE -> judgeValidate(test.expected(), payload, strictness);
    };
  }

  private static Verdict judgeProduced(TestCase test, Map<Stage, String> produced) {
    Optional<String> reason = test.expected().path("rejected").stringValueOpt();
    if (reason.isPresent()) {
      String actual = "ok: " + last(produced);
      return Verdict.fail(
          Difference.of("rejected", "rejected: " + reason.get(), actual),
          "wanted a rejection (" + reason.get() + "), got an answer");
    }
    Optional<Difference> difference = Difference.first(stages(test.expected()), produced);
    if (difference.isEmpty()) {
      return Verdict.pass();
    }
    for (JsonNode alternative : test.expected().path("alternatives")) {
      if (Difference.first(stages(alternative), produced).isEmpty()) {
        return Verdict.passWithNote("by another reading: " + alternative.get("reading").asString());
      }
    }
    return Verdict.fail(difference.get(), difference.get().describe());
  }

  private static Verdict judgeRejected(
      TestCase test, AdapterAnswer.Rejected rejected, Strictness strictness) {
    Optional<String> reason = test.expected().path("rejected").stringValueOpt();
    if (reason.isPresent()) {
      return judgeReason(List.of(reason.get()), Optional.of(rejected.reason()), strictness);
    }
    Map.Entry<Stage, String> stage = stages(test.expected()).entrySet().iterator().next();
    return Verdict.fail(
        Difference.of(stage.getKey().id(), stage.getValue(), "rejected: " + rejected.reason()),
        "wanted an answer, got a rejection ("
            + rejected.reason()
            + suffix(rejected.message())
            + ")");
  }

  private static Verdict judgeVerify(JsonNode expected, JsonNode payload, Strictness strictness) {
    boolean wanted = expected.get("valid").booleanValue();
    boolean came = payload.get("valid").booleanValue();
    Optional<Difference> stage = Difference.first(stages(expected), stages(payload));
    Optional<String> reason =
        payload
            .path("reason")
            .stringValueOpt()
            .map(text -> VisibleText.shorten(text, LONGEST_SHOWN));
    if (wanted != came) {
      String message =
          wanted
              ? "wanted valid: true, got valid: false" + suffix(reason)
              : "wanted valid: false (" + reasons(expected).get(0) + "), got valid: true";
      return Verdict.fail(stage.orElseGet(() -> verdictDifference(wanted, came)), message);
    }
    if (!wanted) {
      return judgeReason(reasons(expected), reason, strictness);
    }
    return stage.map(it -> Verdict.passWithNote(it.describe())).orElseGet(Verdict::pass);
  }

  private static Verdict judgeReason(
      List<String> allowed, Optional<String> reason, Strictness strictness) {
    if (reason.filter(allowed::contains).isPresent()) {
      return Verdict.pass();
    }
    String wanted = String.join(" or ", allowed);
    String came = reason.orElse("none");
    String message = "wanted reason " + wanted + ", got " + came;
    return strictness.reasons()
        ? Verdict.fail(Difference.of("reason", wanted, came), message)
        : Verdict.passWithNote(message);
  }

  private static Verdict judgeValidate(JsonNode expected, JsonNode payload, Strictness strictness) {
    boolean wanted = expected.get("valid").booleanValue();
    boolean came = payload.get("valid").booleanValue();
    Set<String> wantedErrors = errors(expected);
    Set<String> errors = errors(payload);
    if (wanted != came) {
      String details = wanted ? list(errors) : list(wantedErrors);
      return Verdict.fail(
          verdictDifference(wanted, came),
          "wanted valid: "
              + wanted
              + ", got valid: "
              + came
              + (wanted ? ", with " : "; wanted ")
              + details);
    }
    if (!payload.has("errors") && !strictness.errors()) {
      return wanted ? Verdict.pass() : Verdict.passWithNote("no errors were given to compare");
    }
    boolean right =
        strictness.errors() ? errors.equals(wantedErrors) : errors.containsAll(wantedErrors);
    return right
        ? Verdict.pass()
        : Verdict.fail(
            Difference.of("errors", list(wantedErrors), list(errors)),
            "wanted errors " + list(wantedErrors) + ", got " + list(errors));
  }

  private static Difference verdictDifference(boolean wanted, boolean came) {
    return Difference.of("valid", String.valueOf(wanted), String.valueOf(came));
  }

  /** Collects the stages of an answer, which stand beside each other or under {@code stages}. */
  private static Map<Stage, String> produced(JsonNode payload) {
    Map<Stage, String> produced = stages(payload);
    for (Stage stage : Stage.values()) {
      payload.path(stage.id()).stringValueOpt().ifPresent(value -> produced.put(stage, value));
    }
    return produced;
  }

  private static Map<Stage, String> stages(JsonNode node) {
    Map<Stage, String> stages = new EnumMap<>(Stage.class);
    for (Stage stage : Stage.values()) {
      node.path("stages")
          .path(stage.id())
          .stringValueOpt()
          .ifPresent(value -> stages.put(stage, value));
    }
    return stages;
  }

  private static List<String> reasons(JsonNode expected) {
    return expected.get("reasons").valueStream().map(JsonNode::stringValue).toList();
  }

  private static Set<String> errors(JsonNode node) {
    Set<String> errors = new TreeSet<>();
    for (JsonNode error : node.path("errors")) {
      errors.add(
          new SchemaError(error.get("pointer").stringValue(), error.get("keyword").stringValue())
              .toString());
    }
    return errors;
  }

  private static String list(Set<String> errors) {
    return errors.isEmpty()
        ? "none"
        : VisibleText.shorten(errors.stream().collect(joining("; ")), LONGEST_SHOWN);
  }

  private static String last(Map<Stage, String> produced) {
    return produced.values().stream().reduce("", (first, second) -> second);
  }

  private static String suffix(Optional<String> detail) {
    return detail.map(text -> ": " + text).orElse("");
  }
}
