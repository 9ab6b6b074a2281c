package io.github.dokuconformance.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.signature.Component;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which lines of a developer's string are other than they ought to be. */
class LineDifferenceTest {
  private static final List<Component> RIGHT =
      Stream.of("A:1", "B:2", "C:3").map(LineDifferenceTest::line).toList();

  @Test
  void findsNoneInTheRightText() {
    assertThat(between("A:1\nB:2\nC:3")).isEmpty();
    assertThat(between("A:1\r\nB:2\r\nC:3\r\n")).as("lines, however they end").isEmpty();
  }

  @Test
  void putsLinesTogetherByTheirNames() {
    assertThat(between("C:3\nA:1\nB:2")).isEmpty();
    assertThat(between("C:9\nA:1\nB:2")).containsExactly(pair("C:3", "C:9"));
    assertThat(between("A:1\nB:2:\nC:")).containsExactly(pair("B:2", "B:2:"), pair("C:3", "C:"));
  }

  @Test
  void putsALineOfAnOddNameInItsPlace() {
    assertThat(between("A:1\nb:2\nC:3")).containsExactly(pair("B:2", "b:2"));
    assertThat(between("a:1\nB:2\nC:3")).containsExactly(pair("A:1", "a:1"));
    assertThat(between("A:1\nB:2\n3")).containsExactly(pair("C:3", "3:"));
  }

  @Test
  void tellsALineThatIsMissingFromOneThatIsTooMany() {
    assertThat(between("A:1\nB:2")).containsExactly(pair("C:3", null));
    assertThat(between("B:2\nC:3")).containsExactly(pair("A:1", null));
    assertThat(between("A:1\nB:2\nC:3\nB:2\nD:4"))
        .containsExactly(pair(null, "B:2"), pair(null, "D:4"));
  }

  @Test
  void saysNothingOfATextThatIsPutTogetherOtherwise() {
    assertThat(between("1|2|3")).isEmpty();
    assertThat(between("")).isEmpty();
    assertThat(between("a:1\nb:2\nc:3")).isEmpty();
  }

  @Test
  void showsWhereTextsPart() {
    assertThat(difference("ab", "ab")).isEmpty();
    assertThat(difference("ab", "a")).hasValue(at(1, 2, 1, "b", "end"));
    assertThat(difference("a", "ab")).hasValue(at(1, 2, 1, "end", "b"));
    assertThat(difference("a\nbc\n", "a\nbc\r\n")).hasValue(at(2, 3, 4, "[LF]", "[CR]"));
    assertThat(difference("", "x")).hasValue(at(1, 1, 0, "end", "x"));
  }

  @Test
  void showsWholeCharactersWhereTheirBytesPart() {
    // é and è differ in their second byte, two emoji in their last.
    assertThat(difference("xé1", "xè1")).hasValue(at(1, 2, 1, "[U+00E9 é]", "[U+00E8 è]"));
    assertThat(difference("😀😀", "😀😁")).hasValue(at(1, 2, 4, "[U+1F600]", "[U+1F601]"));
    assertThat(difference("é", "éx")).hasValue(at(1, 2, 2, "end", "x"));
  }

  private static StringComparison.Difference at(
      int line, int column, int offset, String expected, String actual) {
    return new StringComparison.Difference(line, column, offset, expected, actual);
  }

  private static Optional<StringComparison.Difference> difference(String right, String actual) {
    return StringComparison.Difference.between(Octets.utf8(right).bytes, Octets.utf8(actual).bytes);
  }

  private static List<LineDifference> between(String text) {
    return LineDifference.between(RIGHT, text);
  }

  private static LineDifference pair(String wanted, String actual) {
    return new LineDifference(
        Optional.ofNullable(wanted).map(LineDifferenceTest::line),
        Optional.ofNullable(actual).map(LineDifferenceTest::line));
  }

  private static Component line(String text) {
    int colon = text.indexOf(':');
    return new Component(text.substring(0, colon), text.substring(colon + 1));
  }
}
