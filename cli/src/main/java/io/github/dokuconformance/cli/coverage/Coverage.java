package io.github.dokuconformance.cli.coverage;

import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.check.CheckResult;
import io.github.dokuconformance.check.SignatureStatus;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.json.JsonBody;
import io.github.dokuconformance.json.JsonPointers;
import io.github.dokuconformance.message.Body;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Ticks off which of the contract's requirements a run has exercised.
 *
 * <p>A field is exercised when it was sent, right or wrong. What no page lists, such as the body of
 * an error, is no requirement. Not thread safe but for {@link #trace}; its memory is fixed.
 */
public final class Coverage {
  /**
   * One operation.
   *
   * @param missing what was not exercised, in the contract's order
   */
  public record Row(String operation, int exercised, int all, List<String> missing) {}

  private final Requirements requirements;
  private final BitSet exercised = new BitSet();

  public Coverage(Contract contract) {
    requirements = new Requirements(contract);
  }

  /** Returns what one exchange exercises, as {@link #add} wants it. */
  public BitSet trace(CheckResult result) {
    BitSet seen = new BitSet();
    if (result.operation().isPresent()) {
      new Trace(requirements, result.operation().get().id(), seen).exchange(result);
    }
    return seen;
  }

  public void add(BitSet trace) {
    exercised.or(trace);
  }

  /** Returns one row for each operation of the contract. */
  public List<Row> rows() {
    return requirements.byOperation().entrySet().stream().map(this::row).toList();
  }

  private Row row(Map.Entry<String, List<String>> operation) {
    List<String> missing =
        operation.getValue().stream()
            .filter(what -> !exercised.get(requirements.index(operation.getKey(), what)))
            .toList();
    int all = operation.getValue().size();
    return new Row(operation.getKey(), all - missing.size(), all, missing);
  }

  /** Returns how many requirements were exercised. */
  public int exercised() {
    return exercised.cardinality();
  }

  /** Returns how many requirements there are. */
  public int all() {
    return rows().stream().mapToInt(Row::all).sum();
  }

  /** The requirements that one exchange exercises. */
  private record Trace(Requirements requirements, String operation, BitSet seen) {
    void exchange(CheckResult result) {
      tick(Requirements.EXCHANGE);
      for (Part part : Part.values()) {
        SignatureStatus status = result.signature(part).status();
        if (status == SignatureStatus.VALID || status == SignatureStatus.INVALID) {
          tick(Requirements.signature(part));
        }
      }
      body(Part.REQUEST, result.exchange().request().body());
      if (result.exchange().response().isPresent()) {
        int status = result.exchange().response().get().status();
        tick(status < 300 ? Requirements.SUCCEEDED : Requirements.REFUSED);
        if (status < 300) {
          body(Part.RESPONSE, result.exchange().response().get().body());
        }
      }
    }

    private void body(Part part, Body body) {
      JsonBody.read(body).root().ifPresent(root -> fields(part, "", root));
    }

    private void fields(Part part, String pointer, JsonNode node) {
      if (node.isObject()) {
        for (Map.Entry<String, JsonNode> member : node.properties()) {
          String at = JsonPointers.child(pointer, member.getKey());
          tick(Requirements.field(part, at));
          fields(part, at, member.getValue());
        }
      } else if (node.isArray()) {
        // The contract's pointers say 0 for any item.
        node.forEach(item -> fields(part, pointer + "/0", item));
      } else if (node.isString()) {
        tick(Requirements.value(part, pointer, node.asString()));
      }
    }

    private void tick(String what) {
      int index = requirements.index(operation, what);
      if (index >= 0) {
        seen.set(index);
      }
    }
  }
}
