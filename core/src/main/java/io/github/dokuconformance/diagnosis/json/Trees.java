package io.github.dokuconformance.diagnosis.json;

import io.github.dokuconformance.diagnosis.json.Json.Arr;
import io.github.dokuconformance.diagnosis.json.Json.Literal;
import io.github.dokuconformance.diagnosis.json.Json.Member;
import io.github.dokuconformance.diagnosis.json.Json.Num;
import io.github.dokuconformance.diagnosis.json.Json.Obj;
import io.github.dokuconformance.diagnosis.json.Json.Str;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** What happens to a JSON value on its way through a runtime's own types; pure functions. */
public final class Trees {
  /** As Go and Python sort. */
  public static final Comparator<String> BY_CODE_POINT =
      (a, b) -> {
        int[] left = a.codePoints().toArray();
        int[] right = b.codePoints().toArray();
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
          if (left[i] != right[i]) {
            return Integer.compare(left[i], right[i]);
          }
        }
        return left.length - right.length;
      };

  /** Possessive, so that many digits before what is none take no longer. */
  private static final Pattern PHP_NUMERIC =
      Pattern.compile("[+-]?+(?:\\d++\\.?+\\d*+|\\.\\d++)(?:[eE][+-]?+\\d++)?+");

  private static final long MAX_ARRAY_INDEX = 4294967294L;

  private Trees() {}

  /** Applies a change to every value, the innermost first. */
  public static Json everywhere(Json json, UnaryOperator<Json> change) {
    if (json instanceof Arr array) {
      return change.apply(
          new Arr(array.items().stream().map(item -> everywhere(item, change)).toList()));
    }
    if (json instanceof Obj object) {
      return change.apply(
          new Obj(
              object.members().stream()
                  .map(m -> new Member(m.name(), everywhere(m.value(), change)))
                  .toList()));
    }
    return change.apply(json);
  }

  static UnaryOperator<Json> numbers(UnaryOperator<String> spelling) {
    return json ->
        json instanceof Num number ? new Num(NumberSpellings.spell(number.raw(), spelling)) : json;
  }

  public static UnaryOperator<Json> members(UnaryOperator<List<Member>> change) {
    return json -> json instanceof Obj object ? new Obj(change.apply(object.members())) : json;
  }

  /** Of members with one name the last value wins; the first keeps its place. */
  static List<Member> lastWins(List<Member> members) {
    Map<String, Member> byName = new LinkedHashMap<>();
    for (Member member : members) {
      byName.put(member.name().value(), member);
    }
    return List.copyOf(byName.values());
  }

  public static UnaryOperator<List<Member>> sorted(Comparator<String> order) {
    return members ->
        lastWins(members).stream()
            .sorted(Comparator.comparing(member -> member.name().value(), order))
            .toList();
  }

  /** Names that are array indices come first, in ascending order, as ECMAScript has it. */
  public static List<Member> indicesFirst(List<Member> members) {
    List<Member> unique = lastWins(members);
    List<Member> out =
        new ArrayList<>(
            unique.stream()
                .filter(Trees::isIndex)
                .sorted(Comparator.comparingLong(m -> Long.parseLong(m.name().value())))
                .toList());
    unique.stream().filter(member -> !isIndex(member)).forEach(out::add);
    return out;
  }

  public static List<Member> withoutNulls(List<Member> members) {
    return lastWins(members).stream().filter(m -> !m.value().equals(Literal.NULL)).toList();
  }

  /** PHP's arrays: an object whose names count from 0 is a list, an empty one too. */
  static Json phpArrays(Json json) {
    if (!(json instanceof Obj object)) {
      return json;
    }
    List<Member> members = lastWins(object.members());
    for (int i = 0; i < members.size(); i++) {
      if (!members.get(i).name().value().equals(Integer.toString(i))) {
        return new Obj(members);
      }
    }
    return new Arr(members.stream().map(Member::value).toList());
  }

  /** Strings that PHP's {@code is_numeric} takes for integers or decimals become numbers. */
  static Json phpNumericCheck(Json json) {
    if (json instanceof Str string) {
      String text = string.value();
      String number = text.strip();
      if (PHP_NUMERIC.matcher(number).matches()) {
        return new Num(phpNumber(number));
      }
    }
    return json;
  }

  private static String phpNumber(String text) {
    if (text.length() > 400) {
      return text;
    }
    if (text.matches("[+-]?\\d+")) {
      return NumberSpellings.php(new java.math.BigInteger(text).toString());
    }
    return NumberSpellings.php(Double.toString(Double.parseDouble(text)));
  }

  /** Members that a type declares and the object lacks are added as null, in declared order. */
  static List<Member> declared(List<Member> members, List<String> names) {
    Map<String, Member> byName = new LinkedHashMap<>();
    for (String name : names) {
      byName.put(name, new Member(Str.of(name), Literal.NULL));
    }
    lastWins(members).forEach(member -> byName.put(member.name().value(), member));
    return List.copyOf(byName.values());
  }

  private static boolean isIndex(Member member) {
    String name = member.name().value();
    return name.matches("0|[1-9][0-9]{0,9}") && Long.parseLong(name) <= MAX_ARRAY_INDEX;
  }
}
