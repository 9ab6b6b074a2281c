package io.github.dokuconformance.diagnosis.nonsnap;

import static io.github.dokuconformance.diagnosis.Choice.ALONE;
import static io.github.dokuconformance.diagnosis.Choice.COMMON;
import static io.github.dokuconformance.diagnosis.Choice.ONE_OF_MANY;
import static io.github.dokuconformance.diagnosis.Choice.RARE;
import static io.github.dokuconformance.diagnosis.Choice.SEEN;
import static java.util.Objects.requireNonNull;

import io.github.dokuconformance.diagnosis.Choices;
import io.github.dokuconformance.diagnosis.MacKind;
import io.github.dokuconformance.diagnosis.Octets;
import io.github.dokuconformance.diagnosis.TextChange;
import io.github.dokuconformance.diagnosis.VisibleLines;
import io.github.dokuconformance.diagnosis.body.Charsets;
import io.github.dokuconformance.diagnosis.body.HtmlEntities;
import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.signature.Hash;
import java.nio.charset.Charset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Names, separators, line ends, what happens to the joined text, and what it is signed with. */
final class TextChoices {
  /** Names of other things where one of these belongs. */
  private static final Map<Line, List<String>> OTHER_NAMES =
      Map.of(
          Line.CLIENT_ID,
          List.of("Client-Key", "Merchant-Id", "Partner-Id", "Mall-Id"),
          Line.REQUEST_ID,
          List.of("Response-Id", "External-Id", "Invoice-Number"),
          Line.TIMESTAMP,
          List.of("Response-Timestamp", "Timestamp", "Request-Time", "Request-Date", "Date"),
          Line.TARGET,
          List.of("Request-Path", "Request-Url", "Request-Uri", "Target", "Path", "Endpoint"),
          Line.DIGEST,
          List.of("Body-Digest", "Request-Digest", "Content-Digest", "Body"));

  private static final List<UnaryOperator<String>> ODD_SPELLINGS =
      List.of(
          name -> name.replace("Id", "ID"),
          name -> name.toLowerCase(Locale.ROOT),
          name -> name.toUpperCase(Locale.ROOT),
          name -> name.toLowerCase(Locale.ROOT).replace('-', '_'),
          TextChoices::camelCase,
          name -> name.replace("-", ""),
          name -> name.replace('-', '_'),
          name -> name.replace('-', ' '),
          name -> "X-" + name,
          name -> name.replace("stamp", "Stamp"));

  private TextChoices() {}

  static void add(SentMessage evidence, Choices choices) {
    names(choices);
    oddNames(evidence, choices);
    separators(choices);
    oddSeparators(evidence, choices);
    lastLineEnds(choices);
    texts(choices);
    macs(choices);
  }

  private static void names(Choices choices) {
    choices.add(Dimensions.COMPONENT_NAMES, NonSnapMistake.VALUES_ONLY, SEEN, Names.NONE);
    name(choices, COMMON, name -> name.replace("Id", "ID"));
    name(choices, SEEN, name -> name.toLowerCase(Locale.ROOT));
    name(choices, SEEN, name -> name.toUpperCase(Locale.ROOT));
    name(choices, SEEN, name -> name.toUpperCase(Locale.ROOT).replace('-', '_'));
    name(choices, SEEN, name -> name.toLowerCase(Locale.ROOT).replace('-', '_'));
    name(choices, SEEN, TextChoices::camelCase);
    name(choices, SEEN, name -> name.replace("-", ""));
    name(choices, RARE, name -> name.replace("-", "").toLowerCase(Locale.ROOT));
    name(choices, RARE, name -> name.replace("-", "").replace("Id", "ID"));
    name(choices, RARE, name -> name.replace('-', '_'));
    name(choices, RARE, name -> name.replace('-', ' '));
    name(choices, RARE, name -> "X-" + name);
    name(choices, RARE, name -> "X-" + name.toUpperCase(Locale.ROOT));
    name(choices, RARE, name -> name.replace("stamp", "Stamp"));
    name(choices, RARE, name -> name.replace("Request-T", "T").replace("Response-T", "T"));
  }

  private static void name(Choices choices, int cost, UnaryOperator<String> spelling) {
    String spelt =
        Line.RIGHT.stream()
            .map(line -> spelling.apply(line.label()))
            .collect(Collectors.joining(", "));
    choices.add(
        Dimensions.COMPONENT_NAMES,
        NonSnapMistake.NAMES,
        cost,
        Names.spelt(spelling),
        "names",
        spelt);
  }

  /** One name that is not as the others, which are right. */
  private static void oddNames(SentMessage evidence, Choices choices) {
    for (Line line : Line.RIGHT) {
      String label = line.label(evidence.isResponse());
      List<String> others = requireNonNull(OTHER_NAMES.get(line));
      others.forEach(written -> oddName(choices, RARE, label, written));
      for (UnaryOperator<String> spelling : ODD_SPELLINGS) {
        oddName(choices, ONE_OF_MANY, label, spelling.apply(label));
      }
    }
  }

  private static void oddName(Choices choices, int cost, String label, String written) {
    choices.add(
        Dimensions.COMPONENT_NAMES,
        NonSnapMistake.NAMES,
        cost,
        Names.allBut(label, written),
        "component",
        label,
        "written",
        written,
        "names",
        label + " as " + Visible.quoted(written) + ", the others right");
  }

  private static String camelCase(String name) {
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1).replace("-", "");
  }

  private static void separators(Choices choices) {
    nameSeparator(choices, COMMON, ": ");
    List.of("", "=").forEach(text -> nameSeparator(choices, SEEN, text));
    List.of(" : ", " :").forEach(text -> nameSeparator(choices, RARE, text));
    List.of("\\n", "\r\n").forEach(text -> lineSeparator(choices, COMMON, text));
    List.of("", " ", ",", ";", "&", "|").forEach(text -> lineSeparator(choices, SEEN, text));
    List.of("\\r\\n", "\r", ", ", "\n\n", ":", "\n ", "\n  ", "\n    ", "\n        ", "\n\t")
        .forEach(text -> lineSeparator(choices, RARE, text));
  }

  private static void nameSeparator(Choices choices, int cost, String text) {
    choices.add(
        Dimensions.NAME_SEPARATOR,
        NonSnapMistake.SEPARATOR,
        cost,
        NameSeparators.everywhere(text),
        "separator",
        VisibleLines.separator(text));
  }

  /** Some lines that are not as the others, which are right. */
  private static void oddSeparators(SentMessage evidence, Choices choices) {
    List<Line> lines = evidence.hasBody() ? Line.RIGHT : Line.RIGHT.subList(0, 4);
    for (int subset = 1; subset < (1 << lines.size()) - 1; subset++) {
      EnumSet<Line> odd = EnumSet.noneOf(Line.class);
      for (int i = 0; i < lines.size(); i++) {
        if ((subset >> i & 1) == 1) {
          odd.add(lines.get(i));
        }
      }
      String labels =
          odd.stream()
              .map(line -> line.label(evidence.isResponse()))
              .collect(Collectors.joining(", "));
      for (String text : List.of("", ": ", "=", " ")) {
        choices.add(
            Dimensions.NAME_SEPARATOR,
            NonSnapMistake.SEPARATOR,
            odd.size() == 1 ? ONE_OF_MANY : ALONE,
            NameSeparators.allBut(odd, text),
            "separator",
            VisibleLines.separator(text) + " (on " + labels + ")",
            "lines",
            labels);
      }
    }
  }

  private static void lineSeparator(Choices choices, int cost, String text) {
    choices.add(
        Dimensions.LINE_SEPARATOR,
        NonSnapMistake.LINE_SEPARATOR,
        cost,
        Octets.utf8(text),
        "separator",
        VisibleLines.separator(text));
  }

  private static void lastLineEnds(Choices choices) {
    lastLineEnd(choices, COMMON, "\n");
    lastLineEnd(choices, SEEN, "\r\n");
    lastLineEnd(choices, SEEN, "\\n");
    List.of("\n\n", "\r", " ").forEach(end -> lastLineEnd(choices, RARE, end));
  }

  private static void lastLineEnd(Choices choices, int cost, String end) {
    choices.add(
        Dimensions.LAST_LINE_END,
        NonSnapMistake.TRAILING_NEWLINE,
        cost,
        Octets.utf8(end),
        "ended with",
        VisibleLines.separator(end));
  }

  private static void texts(Choices choices) {
    choices.add(
        Dimensions.TEXT,
        NonSnapMistake.HTML_DECODED,
        SEEN,
        TextChange.of(HtmlEntities::basic),
        "decoder",
        "basic");
    choices.add(
        Dimensions.TEXT,
        NonSnapMistake.HTML_DECODED,
        RARE,
        TextChange.of(HtmlEntities::all),
        "decoder",
        "all");
    Charsets.OTHERS.forEach((name, charset) -> charset(choices, name, charset, ""));
    Charsets.UTF_16.forEach(
        (name, charset) -> charset(choices, name + " with a byte order mark", charset, "\uFEFF"));
    charset(
        choices, "UTF-8 with a byte order mark", java.nio.charset.StandardCharsets.UTF_8, "\uFEFF");
  }

  private static void charset(Choices choices, String name, Charset charset, String mark) {
    choices.add(
        Dimensions.TEXT,
        NonSnapMistake.CHARSET,
        RARE,
        TextChange.charset(charset, mark),
        "charset",
        name);
  }

  private static void macs(Choices choices) {
    choices.add(
        Dimensions.MAC, NonSnapMistake.SIGNATURE_UNKEYED, COMMON, MacKind.plain(Hash.SHA256));
    for (Hash hash : Hash.values()) {
      choices.add(
          Dimensions.MAC,
          NonSnapMistake.SIGNATURE_ALGORITHM,
          SEEN,
          MacKind.hmac(hash),
          "algorithm",
          "HMAC-" + hash.label());
    }
  }
}
