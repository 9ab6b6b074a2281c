package io.github.dokuconformance.cli;

import io.github.dokuconformance.vectors.VectorOperation;
import io.github.dokuconformance.vectors.harness.AdapterAnswer;
import io.github.dokuconformance.vectors.harness.AdapterRequest;
import io.github.dokuconformance.vectors.harness.ConformanceTarget;
import io.github.dokuconformance.vectors.harness.StdioAdapter;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** An adapter that can digest, in base64 or, as one mistake has it, in hex. */
final class DigestAdapter implements ConformanceTarget {
  private final boolean hex;

  private DigestAdapter(boolean hex) {
    this.hex = hex;
  }

  /** Returns the arguments of {@code vectors run} that start this adapter. */
  static List<String> command(String form) {
    return List.of(
        ProcessHandle.current().info().command().orElse("java"),
        "-XX:TieredStopAtLevel=1",
        "-cp",
        System.getProperty("java.class.path"),
        DigestAdapter.class.getName(),
        form);
  }

  public static void main(String[] args) throws Exception {
    StdioAdapter.serve(new DigestAdapter(args[0].equals("hex")));
  }

  @Override
  public Set<VectorOperation> operations() {
    return Set.of(VectorOperation.DIGEST);
  }

  @Override
  public AdapterAnswer answer(AdapterRequest request) throws Exception {
    System.out.println("a stray print, which must not spoil the protocol");
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(request.bytes("/body"));
    return AdapterAnswer.digest(
        hex ? HexFormat.of().formatHex(digest) : Base64.getEncoder().encodeToString(digest));
  }
}
