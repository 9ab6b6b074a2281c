package io.github.dokuconformance.rules;

import java.util.List;

/** All rules that are judged on one exchange, in the order of their findings. */
public final class Rules {
  private static final List<Rule> ALL =
      List.of(
          new OperationKnown(),
          new HeadersPresent(),
          new RequestIdForm(),
          new TimestampForm(),
          new TimestampWindow(),
          new NeededHeaders(),
          new SnapHeaderForm(),
          new TokenLife(),
          new ContentType(),
          new ComponentsAsHeaders(),
          new BodyPresence(),
          new JsonIsSound(),
          new SchemaRule(),
          new UnknownFields(),
          new SumOfLineItems(),
          new AmountSpelling(),
          new AmountLimits(),
          new AccountNumber(),
          new ChannelName(),
          new BodyChecksum(),
          new Urls(),
          new IdentifierNames(),
          new IdentifierText(),
          new RefusedByDoku(),
          new ResponseCode(),
          new ResponseEchoes(),
          new ResponseTime(),
          new FailedOrder(),
          new ContradictoryForms());

  private Rules() {}

  public static List<Rule> all() {
    return ALL;
  }
}
