package io.github.dokuconformance.diagnosis.json;

import io.github.dokuconformance.diagnosis.json.Json.Arr;
import io.github.dokuconformance.diagnosis.json.Json.Literal;
import io.github.dokuconformance.diagnosis.json.Json.Member;
import io.github.dokuconformance.diagnosis.json.Json.Num;
import io.github.dokuconformance.diagnosis.json.Json.Obj;
import io.github.dokuconformance.diagnosis.json.Json.Str;
import java.util.List;

/**
 * Where a serialiser puts white space.
 *
 * @param colon what stands between name and value
 * @param comma what stands after an item where no line break follows
 * @param lineEnd what breaks lines; empty for one line
 * @param indent what one level is indented by
 * @param inlineArrays whether arrays stay on one line, {@code [ 1, 2 ]}, and empty containers hold
 *     a space, as Jackson has it
 */
public record JsonLayout(
    String colon, String comma, String lineEnd, String indent, boolean inlineArrays) {
  public static final JsonLayout COMPACT = new JsonLayout(":", ",", "", "", false);

  /** Python's default: one line, a space after each comma and colon. */
  public static final JsonLayout SPACED = new JsonLayout(": ", ", ", "", "", false);

  public static JsonLayout indented(String indent, String lineEnd) {
    return new JsonLayout(": ", ",", lineEnd, indent, false);
  }

  /** Returns what Jackson's default pretty printer does. */
  public static JsonLayout jackson(String lineEnd) {
    return new JsonLayout(" : ", ", ", lineEnd, "  ", true);
  }

  public JsonLayout withColon(String other) {
    return new JsonLayout(other, comma, lineEnd, indent, inlineArrays);
  }

  /** Returns by how many bytes at most that JSON grows. */
  public long longer(Shape shape) {
    int line = colon.length() + comma.length() + lineEnd.length();
    return shape.lines() * line + shape.levels() * indent.length();
  }

  public String write(Json json, Escapes escapes) {
    StringBuilder out = new StringBuilder();
    new Writer(this, escapes, out).value(json, 0);
    return out.toString();
  }

  private record Writer(JsonLayout layout, Escapes escapes, StringBuilder out) {
    void value(Json json, int depth) {
      if (json instanceof Str string) {
        string(string);
      } else if (json instanceof Num number) {
        out.append(number.raw());
      } else if (json instanceof Literal literal) {
        out.append(literal.text());
      } else if (json instanceof Arr array) {
        array(array.items(), depth);
      } else if (json instanceof Obj object) {
        object(object.members(), depth);
      }
    }

    private void object(List<Member> members, int depth) {
      if (members.isEmpty()) {
        out.append(layout.inlineArrays ? "{ }" : "{}");
        return;
      }
      out.append('{');
      for (int i = 0; i < members.size(); i++) {
        separate(i, depth + 1);
        string(members.get(i).name());
        out.append(layout.colon);
        value(members.get(i).value(), depth + 1);
      }
      breakLine(depth);
      out.append('}');
    }

    private void array(List<Json> items, int depth) {
      if (layout.inlineArrays) {
        inlineArray(items, depth);
        return;
      }
      out.append('[');
      for (int i = 0; i < items.size(); i++) {
        separate(i, depth + 1);
        value(items.get(i), depth + 1);
      }
      if (!items.isEmpty()) {
        breakLine(depth);
      }
      out.append(']');
    }

    private void inlineArray(List<Json> items, int depth) {
      out.append("[ ");
      for (int i = 0; i < items.size(); i++) {
        out.append(i == 0 ? "" : ", ");
        value(items.get(i), depth);
      }
      out.append(items.isEmpty() ? "]" : " ]");
    }

    private void separate(int index, int depth) {
      if (index > 0) {
        out.append(layout.lineEnd.isEmpty() ? layout.comma : ",");
      }
      breakLine(depth);
    }

    private void breakLine(int depth) {
      if (!layout.lineEnd.isEmpty()) {
        out.append(layout.lineEnd).append(layout.indent.repeat(depth));
      }
    }

    private void string(Str string) {
      out.append('"');
      escapes.append(string, out);
      out.append('"');
    }
  }
}
