package io.github.dokuconformance.inquiry;

import io.github.dokuconformance.finding.Basis;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Source;
import io.github.dokuconformance.probe.Level;
import io.github.dokuconformance.probe.Requirement;
import io.github.dokuconformance.sandbox.token.TokenForm;
import java.util.ArrayList;
import java.util.List;

/** What an inquiry endpoint has to do, in words. */
public final class InquiryRequirements {
  /** The subject of what is judged of the answer to the first question. */
  static final String THE_ANSWER = "the answer to it";

  private static final Source SIGNED_ANSWER =
      new Source(
          Basis.DOCUMENTED,
          "developers.doku.com, Signature from response header, generating the signature");
  private static final Source SIGNED_REQUEST =
      new Source(
          Basis.DOCUMENTED,
          "developers.doku.com, Signature from request header, generating the signature");
  private static final Source SEEN =
      new Source(Basis.OBSERVED, "third-party integration notes, inquiry answers");
  private static final String VERIFY =
      "Verify the signature over the raw body and your own path before anything else, and answer"
          + " what does not verify with 400 or 401.";
  private static final String ANYBODY = "Anybody can learn who owes what, number by number.";

  static final Requirement ANSWERED =
      new Requirement(
          "genuine.answered",
          Level.MUST,
          "a question as DOKU asks it",
          "2xx",
          "The customer stands at the bank's machine and can't pay.",
          "Look at the endpoint's own log; that the signature verifies is likeliest to be the matter.",
          SEEN);
  static final Requirement SIGNED =
      new Requirement(
          "answer.signed",
          Level.MUST,
          THE_ANSWER,
          "a right signature",
          "DOKU refuses an answer whose signature is not right, and the customer can't pay.",
          "Sign Client-Id, Request-Id, Response-Timestamp, Request-Target and Digest of the answer:"
              + " the path is that of your own URL, the time that of the answer.",
          SIGNED_ANSWER);
  static final Requirement AS_CONTRACT =
      new Requirement(
          "answer.contract",
          Level.MUST,
          THE_ANSWER,
          "no error by the contract",
          "DOKU may refuse the answer.",
          "See the code in the reference of codes.",
          SIGNED_ANSWER);
  static final Requirement NUMBER =
      new Requirement(
          "answer.number",
          Level.SHOULD,
          THE_ANSWER,
          "the number that was asked about",
          "The customer is shown what another one owes.",
          "Repeat the number of the question.",
          SEEN);
  static final Requirement AMOUNT =
      new Requirement(
          "answer.amount",
          Level.MUST,
          THE_ANSWER,
          "the amount of the order",
          "The customer pays another amount than the order's.",
          "Answer with the amount of the order, a number in whole rupiah.",
          new Source(Basis.DERIVED, "the amount that was named as the order's"));
  static final Requirement SUCCESS =
      new Requirement(
          "answer.success",
          Level.SHOULD,
          THE_ANSWER,
          "the status success",
          "The customer is told that there is nothing to pay.",
          "Name a number with --number that the endpoint knows, or answer with the status success.",
          SEEN);
  static final Requirement UNSIGNED =
      forged("forged.no-signature", "a question without its signature");
  static final Requirement OTHER_KEY =
      forged("forged.other-key", "a question that another key has signed");
  static final Requirement OTHER_PATH =
      forged("forged.other-path", "a question that was signed for another path");
  static final Requirement OTHER_BODY =
      forged("tampered.body", "a question whose number was changed after it was signed");
  static final Requirement OTHER_TOKEN =
      token("token.other", "a question with a token that nobody gave, rightly signed with it");
  static final Requirement NO_TOKEN =
      token("token.missing", "a question without its Authorization header");
  static final Requirement UNKNOWN =
      new Requirement(
          "unknown.number",
          Level.SHOULD,
          "a question as DOKU asks it, about a number that nobody has",
          "a status that is not success",
          "A customer who mistypes the number pays somebody's bill.",
          "Answer 404 with the status billing_not_found; by SNAP with the code 4042412.",
          SEEN);

  private InquiryRequirements() {}

  private static Requirement forged(String id, String sent) {
    return new Requirement(id, Level.MUST, sent, "not 2xx", ANYBODY, VERIFY, SIGNED_REQUEST);
  }

  private static Requirement token(String id, String sent) {
    return new Requirement(
        id,
        Level.MUST,
        sent,
        "not 2xx",
        ANYBODY,
        "Take no token but those that you gave and that still live, and answer others with 401.",
        Source.documented("developers.doku.com, Signature component of SNAP, symmetric signature"));
  }

  /** Tells whether an answer that does not meet it says that there is nothing to pay. */
  public static boolean saysNo(Requirement requirement) {
    return requirement.equals(ANSWERED) || requirement.equals(SUCCESS);
  }

  /** Returns those of a question, in the order in which they are judged. */
  public static List<Requirement> of(InquiryForm form) {
    List<Requirement> all = new ArrayList<>();
    all.add(ANSWERED);
    if (form.operation().isSigned(Part.RESPONSE)) {
      all.add(SIGNED);
    }
    all.addAll(
        List.of(AS_CONTRACT, NUMBER, AMOUNT, SUCCESS, UNSIGNED, OTHER_KEY, OTHER_PATH, OTHER_BODY));
    if (TokenForm.isNeededBy(form.scheme())) {
      all.add(OTHER_TOKEN);
      all.add(NO_TOKEN);
    }
    all.add(UNKNOWN);
    return List.copyOf(all);
  }
}
