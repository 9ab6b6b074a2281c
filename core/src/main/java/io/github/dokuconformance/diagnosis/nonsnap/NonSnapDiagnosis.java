package io.github.dokuconformance.diagnosis.nonsnap;

import io.github.dokuconformance.diagnosis.BodyForms;
import io.github.dokuconformance.diagnosis.Case;
import io.github.dokuconformance.diagnosis.Choice;
import io.github.dokuconformance.diagnosis.DiagnosisInput;
import io.github.dokuconformance.diagnosis.Evidence;
import io.github.dokuconformance.diagnosis.MistakeCode;
import io.github.dokuconformance.diagnosis.SchemeDiagnosis;
import io.github.dokuconformance.diagnosis.SignatureForm;
import io.github.dokuconformance.diagnosis.Wanted;
import io.github.dokuconformance.diagnosis.body.BodyChoices;
import io.github.dokuconformance.diagnosis.body.BodyMistake;
import io.github.dokuconformance.diagnosis.body.SentBody;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.signature.Scheme;
import io.github.dokuconformance.signature.SymmetricKey;
import io.github.dokuconformance.signature.nonsnap.NonSnap;
import java.util.ArrayList;
import java.util.List;

/** Explains signatures of Non-SNAP. */
public final class NonSnapDiagnosis implements SchemeDiagnosis {
  public static final NonSnapDiagnosis INSTANCE = new NonSnapDiagnosis();

  private NonSnapDiagnosis() {}

  @Override
  public Scheme scheme() {
    return NonSnap.SCHEME;
  }

  @Override
  public List<NonSnapMistake> codes() {
    return List.of(NonSnapMistake.values());
  }

  @Override
  public MistakeCode missing() {
    return NonSnapMistake.SIGNATURE_MISSING;
  }

  @Override
  public Evidence read(DiagnosisInput input) {
    return new Read(cases(input));
  }

  /** One for each path that may be the right target, under each of the merchant's secrets. */
  private static List<SentMessage> cases(DiagnosisInput input) {
    List<SymmetricKey> secrets = input.keys().secrets();
    SentMessage received =
        SentMessage.of(input, secrets.get(0).secret(), input.request().target().path());
    List<SentMessage> cases = new ArrayList<>();
    for (SymmetricKey key : secrets) {
      SentMessage message = received.withSecret(key.secret());
      if (!received.isNotification() || input.ownUrls().isEmpty()) {
        cases.add(message);
      } else {
        input.ownUrls().stream()
            .map(url -> Target.of(url).path())
            .distinct()
            .forEach(path -> cases.add(message.withTarget(path)));
      }
    }
    return cases;
  }

  private record Read(List<SentMessage> messages) implements Evidence {
    @Override
    public List<? extends Case> cases() {
      return messages;
    }

    @Override
    public BodyForms bodyForms(Wanted wanted) {
      SentMessage message = messages.get(0);
      SentBody body = message.sentBody();
      BodyForms forms = body.newForms(wanted);
      if (message.hasBody()) {
        forms.add(NonSnapMistake.DIGEST_EMPTY_BODY, Choice.COMMON, () -> new byte[0]);
        if (message.isResponse()) {
          byte[] other = message.input().request().body().toByteArray();
          forms.add(NonSnapMistake.RESPONSE_REQUEST_DIGEST, Choice.COMMON, () -> other);
        }
      }
      BodyChoices.add(body, forms, Read::code);
      return forms;
    }

    private static MistakeCode code(BodyMistake mistake) {
      return switch (mistake) {
        case MINIFIED -> NonSnapMistake.BODY_MINIFIED;
        case PRETTY_PRINTED -> NonSnapMistake.BODY_PRETTY_PRINTED;
        case RESERIALIZED -> NonSnapMistake.BODY_RESERIALIZED;
        case WHITESPACE_STRIPPED -> NonSnapMistake.BODY_WHITESPACE_STRIPPED;
        case TRIMMED -> NonSnapMistake.BODY_TRIMMED;
        case LINE_ENDINGS -> NonSnapMistake.BODY_LINE_ENDINGS;
        case BOM -> NonSnapMistake.BODY_BOM;
        case CHARSET -> NonSnapMistake.BODY_CHARSET;
        case COMPRESSED -> NonSnapMistake.BODY_COMPRESSED;
        case URL_DECODED -> NonSnapMistake.BODY_URL_DECODED;
        case HTML_DECODED -> NonSnapMistake.BODY_HTML_DECODED;
        case JSON_STRING -> NonSnapMistake.BODY_JSON_STRING;
        case OTHER_AMOUNT_FORMAT -> NonSnapMistake.BODY_OTHER_AMOUNT_FORMAT;
      };
    }

    @Override
    public SignatureForm form(String header) {
      return WrittenSignature.of(header);
    }
  }
}
