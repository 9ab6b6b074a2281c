package io.github.dokuconformance.run;

import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.contract.Operation;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Writes traces as some forty bytes, for who sends them to where they are judged by their keys. The
 * keys themselves are left out: of each it is told whether the exchange has it.
 *
 * <p>To be read by the same version alone: an operation is its number in the bundled contract.
 */
public final class PackedTrace {
  private static final int UNKNOWN_OPERATION = -1;
  private static final int REQUEST_ID = 1;
  private static final int ORDER = 1 << 1;
  private static final int REFERENCE = 1 << 2;
  private static final int REFUND_REFERENCE = 1 << 3;
  private static final int REFUSED = 1 << 4;
  private static final int SUCCEEDED = 1 << 5;
  private static final int ONCE_PER_DAY = 1 << 6;

  /** A key that is there. */
  private static final long PRESENT = 1;

  private PackedTrace() {}

  public static void write(RunTrace trace, DataOutput out) throws IOException {
    List<Operation> operations = Contract.bundled().operations();
    out.writeShort(trace.operation().map(operations::indexOf).orElse(UNKNOWN_OPERATION));
    out.writeByte(
        flag(REQUEST_ID, trace.requestId() != RunTrace.NONE)
            | flag(ORDER, trace.order() != RunTrace.NONE)
            | flag(REFERENCE, trace.reference() != RunTrace.NONE)
            | flag(REFUND_REFERENCE, trace.refundReference() != RunTrace.NONE)
            | flag(REFUSED, trace.refused())
            | flag(SUCCEEDED, trace.succeeded())
            | flag(ONCE_PER_DAY, trace.oncePerDay()));
    out.writeInt((int) trace.requestBody());
    out.writeInt((int) trace.reference());
    out.writeLong(trace.amount());
    out.writeUTF(trace.requestIdHeader());
  }

  public static RunTrace read(DataInput in) throws IOException {
    int operation = in.readShort();
    int flags = in.readByte();
    long body = in.readInt();
    int reference = in.readInt();
    return new RunTrace(
        operation == UNKNOWN_OPERATION
            ? Optional.empty()
            : Optional.of(Contract.bundled().operations().get(operation)),
        key(flags, REQUEST_ID),
        body,
        key(flags, ORDER),
        // Rules compare its low bits; above them stands that it is there.
        (flags & REFERENCE) == 0
            ? RunTrace.NONE
            : (PRESENT << Integer.SIZE) | (reference & 0xffffffffL),
        key(flags, REFUND_REFERENCE),
        in.readLong(),
        (flags & REFUSED) != 0,
        (flags & SUCCEEDED) != 0,
        in.readUTF(),
        (flags & ONCE_PER_DAY) != 0);
  }

  private static int flag(int flag, boolean set) {
    return set ? flag : 0;
  }

  private static long key(int flags, int flag) {
    return (flags & flag) == 0 ? RunTrace.NONE : PRESENT;
  }
}
