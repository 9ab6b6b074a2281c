package io.github.dokuconformance.diagnosis.json;

import io.github.dokuconformance.diagnosis.json.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A change to the spelling of tokens that leaves everything around them as it was. */
public record Respelling(String description, UnaryOperator<Token> spelling) {
  /** Members that hold money. */
  public static final List<String> AMOUNTS = List.of("amount", "price");

  public static final List<String> AMOUNTS_AND_QUANTITY = List.of("amount", "price", "quantity");

  private static final String JSON_NUMBER = "-?+(?:0|[1-9]\\d*+)(?:\\.\\d++)?+";

  /** Returns how senders respell numbers, or strings that hold one. */
  public static List<Respelling> ofNumbers() {
    return List.of(
        number("without a fraction of zeros", NumberSpellings::plain),
        number("with one decimal", raw -> NumberSpellings.decimals(raw, 1)),
        number("with two decimals", raw -> NumberSpellings.decimals(raw, 2)),
        number("as Java doubles", NumberSpellings::javaDouble),
        number("as JavaScript has them", NumberSpellings::javaScript),
        number("as Python has them", NumberSpellings::python),
        number("as PHP has them", NumberSpellings::php),
        number("with an exponent, 9E+4", NumberSpellings::stripped),
        number("with an exponent, 9e4", raw -> exponent(raw, "e")),
        number("with an exponent, 9E4", raw -> exponent(raw, "E")),
        number("with an exponent, 9e+04", raw -> exponent(raw, "e+")),
        number("with an exponent, 9.0E4", raw -> scientific(raw, "E")),
        number("with an exponent, 9.0e4", raw -> scientific(raw, "e")),
        number("as strings", raw -> '"' + raw + '"'),
        number("as strings with two decimals", raw -> '"' + NumberSpellings.decimals(raw, 2) + '"'),
        text("strings as numbers", raw -> raw),
        text("strings as whole numbers", NumberSpellings::plain),
        text("strings without a fraction", raw -> '"' + NumberSpellings.plain(raw) + '"'),
        text("strings with two decimals", raw -> '"' + NumberSpellings.decimals(raw, 2) + '"'));
  }

  /** Returns how senders respell strings, by a search and replace over the text. */
  public static List<Respelling> ofStrings() {
    List<Respelling> all = new ArrayList<>();
    all.add(string("slashes not escaped", text -> text.replace("\\/", "/")));
    all.add(string("slashes escaped", text -> text.replace("\\/", "/").replace("/", "\\/")));
    all.add(string("backslashes removed", text -> text.replace("\\", "")));
    all.add(string("all but ASCII escaped", escapes(Escapes.of("", "", true, false))));
    all.add(
        string(
            "nothing escaped that need not be",
            escapes(Escapes.of("\b\f\n\r\t", "", false, false))));
    all.add(string("< > & escaped", escapes(Escapes.of("\b\f\n\r\t", "<>&", false, false))));
    return List.copyOf(all);
  }

  private static Respelling number(String description, UnaryOperator<String> spelling) {
    return new Respelling(
        description,
        token ->
            token.kind() == Kind.NUMBER
                ? new Token(Kind.NUMBER, NumberSpellings.spell(token.text(), spelling))
                : token);
  }

  private static Respelling text(String description, UnaryOperator<String> spelling) {
    return new Respelling(
        description,
        token -> {
          if (token.kind() != Kind.STRING) {
            return token;
          }
          String inner = token.text().substring(1, token.text().length() - 1);
          return inner.matches(JSON_NUMBER)
              ? new Token(Kind.NUMBER, NumberSpellings.spell(inner, spelling))
              : token;
        });
  }

  private static Respelling string(String description, UnaryOperator<String> spelling) {
    return new Respelling(
        description,
        token ->
            token.kind() == Kind.STRING || token.kind() == Kind.NAME
                ? new Token(token.kind(), spelling.apply(token.text()))
                : token);
  }

  private static UnaryOperator<String> escapes(Escapes escapes) {
    return quoted -> JsonLayout.COMPACT.write(Json.Str.ofToken(quoted), escapes);
  }

  /** Whole numbers that end in zeros, as {@code %g} or a float's shortest form has them. */
  private static String exponent(String raw, String mark) {
    java.math.BigDecimal value = new java.math.BigDecimal(raw).stripTrailingZeros();
    int exponent = -value.scale();
    if (exponent <= 0) {
      return raw;
    }
    String zero = mark.endsWith("+") && exponent < 10 ? "0" : "";
    return value.unscaledValue() + mark + zero + exponent;
  }

  /** Digits after the first as a fraction, at least one. */
  private static String scientific(String raw, String mark) {
    java.math.BigDecimal value = new java.math.BigDecimal(raw).stripTrailingZeros();
    String digits = value.unscaledValue().abs().toString();
    int exponent = digits.length() - 1 - value.scale();
    if (exponent <= 0) {
      return raw;
    }
    String fraction = digits.length() > 1 ? digits.substring(1) : "0";
    return (value.signum() < 0 ? "-" : "") + digits.charAt(0) + "." + fraction + mark + exponent;
  }
}
