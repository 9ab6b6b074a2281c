package io.github.dokuconformance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class TextFormTest {
  private static final String SIGNS = "ab09-]^[\\&.,$ZT:+ ";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "^a+$",
        "^[0-9]{1,16}\\.[0-9]{2}$",
        "^ *[0-9]+$",
        "^[^!-/]*$",
        "^[a\\]\\-z]{2,}$",
        "^a?b?c$"
      })
  void readsRowsOfCharacters(String regex) {
    assertThat(TextForm.read(regex)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "^",
        "$",
        "a+",
        "^a+",
        "a+$",
        "^(ab)+$",
        "^a|b$",
        "^.+$",
        "^a+?$",
        "^\\d+$",
        "^a\\$",
        "^[a[b]]$",
        "^[a-z&&[^b]]$",
        "^{2}$",
        "^a{2$",
        "^$a$"
      })
  void leavesAllElseToThePlatform(String regex) {
    assertThat(TextForm.read(regex)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"^a*a$", "^a?[ab]$", "^[0-9]{1,2}b?[0-9]$", "^a*b*a*$"})
  void leavesToThePlatformWhereACharacterMayCountForTwoSteps(String regex) {
    assertThat(TextForm.read(regex)).isEmpty();
  }

  @Test
  void readsMostOfTheContractsAndJudgesTextsAsThePlatformDoes() {
    Set<String> patterns = patterns();
    long read = patterns.stream().filter(regex -> TextForm.read(regex).isPresent()).count();
    assertThat(read).isGreaterThan(patterns.size() / 2);
    Random random = new Random(1);
    patterns.forEach(regex -> agree(regex, random, 2_000));
  }

  @Test
  void judgesAsThePlatformDoesByAnyRegularExpressionThatItReads() {
    Random random = new Random(2);
    int read = 0;
    for (int i = 0; i < 20_000; i++) {
      String regex = "^" + text(random, "ab0-9[]^\\&.,:?*+{2}{1,3}$(|", 10) + "$";
      read += isExpression(regex) && agree(regex, random, 50) ? 1 : 0;
    }
    assertThat(read).isGreaterThan(300);
  }

  /** Returns whether the expression was read. */
  private static boolean agree(String regex, Random random, int texts) {
    if (TextForm.read(regex).isEmpty()) {
      return false;
    }
    TextForm form = TextForm.read(regex).get();
    Pattern pattern = Pattern.compile(regex);
    for (int i = 0; i < texts; i++) {
      String text = text(random, i % 2 == 0 ? SIGNS : regex, 1 + i % 20);
      assertThat(form.fits(text))
          .as("%s of \"%s\"", regex, text)
          .isEqualTo(pattern.matcher(text).find());
    }
    return true;
  }

  private static boolean isExpression(String regex) {
    try {
      Pattern.compile(regex);
      return true;
    } catch (PatternSyntaxException e) {
      return false;
    }
  }

  private static String text(Random random, String signs, int longest) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(longest + 1);
    while (text.length() < length) {
      text.append(signs.charAt(random.nextInt(signs.length())));
    }
    return text.toString();
  }

  private static Set<String> patterns() {
    Set<String> patterns = new TreeSet<>();
    Contract contract = Contract.bundled();
    contract.operations().stream()
        .flatMap(Operation::schemas)
        .distinct()
        .forEach(path -> collect(contract.document(path).orElseThrow(), patterns));
    return patterns;
  }

  private static void collect(JsonNode schema, Set<String> patterns) {
    List<JsonNode> children = new ArrayList<>(schema.valueStream().toList());
    if (schema.path("pattern").isString()) {
      patterns.add(schema.path("pattern").asString());
    }
    children.forEach(child -> collect(child, patterns));
  }
}
