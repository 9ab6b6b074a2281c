package io.github.dokuconformance.diagnosis.json;

import io.github.dokuconformance.diagnosis.json.Json.Arr;
import io.github.dokuconformance.diagnosis.json.Json.Member;
import io.github.dokuconformance.diagnosis.json.Json.Obj;

/**
 * How much there is to lay out in a JSON value.
 *
 * @param lines on how many lines it stands where each value has its own
 * @param levels by how many levels these are indented in all
 */
public record Shape(long lines, long levels) {
  public static Shape of(Json json) {
    long[] sums = new long[2];
    add(json, 0, sums);
    return new Shape(sums[0], sums[1]);
  }

  private static void add(Json json, int depth, long[] sums) {
    sums[0]++;
    sums[1] += depth;
    if (json instanceof Arr array) {
      array.items().forEach(item -> add(item, depth + 1, sums));
    } else if (json instanceof Obj object) {
      for (Member member : object.members()) {
        add(member.value(), depth + 1, sums);
      }
    } else {
      return;
    }
    // The bracket that closes it.
    sums[0]++;
    sums[1] += depth;
  }
}
