package io.github.dokuconformance.page;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.github.dokuconformance.cli.input.AllowedFiles;
import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.input.InputSource;
import io.github.dokuconformance.cli.input.PendingExchange;
import io.github.dokuconformance.cli.input.SecretFile;
import io.github.dokuconformance.cli.input.recognition.InputFormat;
import io.github.dokuconformance.cli.input.recognition.InputOptions;
import io.github.dokuconformance.cli.input.recognition.Inputs;
import io.github.dokuconformance.diagnosis.Budget;
import io.github.dokuconformance.diagnosis.Diagnoser;
import io.github.dokuconformance.diagnosis.Diagnosis;
import io.github.dokuconformance.diagnosis.DiagnosisInput;
import io.github.dokuconformance.diagnosis.SchemeDiagnosis;
import io.github.dokuconformance.diagnosis.StringComparison;
import io.github.dokuconformance.diagnosis.body.SentBody;
import io.github.dokuconformance.diagnosis.json.Json;
import io.github.dokuconformance.diagnosis.nonsnap.SignedString;
import io.github.dokuconformance.diagnosis.text.DiagnosisText;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.message.Header;
import io.github.dokuconformance.message.Message;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.scheme.Schemes;
import io.github.dokuconformance.signature.AccessToken;
import io.github.dokuconformance.signature.AsymmetricKey;
import io.github.dokuconformance.signature.HeaderRole;
import io.github.dokuconformance.signature.MerchantKeys;
import io.github.dokuconformance.signature.MerchantSecret;
import io.github.dokuconformance.signature.Scheme;
import io.github.dokuconformance.signature.SignedMessage;
import io.github.dokuconformance.signature.SignedPart;
import io.github.dokuconformance.signature.SigningKey;
import io.github.dokuconformance.signature.snap.Snap;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSExport;

/**
 * Answers the page's questions: reads what was pasted, and says what is wrong with its signature.
 */
public final class Engine {
  private Engine() {}

  /** Does nothing: the page calls what is exported. */
  public static void main(String[] arguments) {}

  /**
   * Tells what a secret's field holds: its check value, and what stands around it.
   *
   * @param secret one character a byte
   */
  @JSExport
  public static String secret(String secret) {
    JsonOut out = new JsonOut().open();
    try {
      SecretFile file = SecretFile.of("the secret", secret.getBytes(ISO_8859_1));
      out.text("checkValue", file.plain().orElse(file.secret()).checkValue());
      out.text("trouble", file.trouble());
      out.text("remark", file.remark());
    } catch (InputException e) {
      out.text("error", reason(e));
    }
    return out.close().toString();
  }

  /**
   * Reads a text, and explains the signature of one of its messages.
   *
   * @param text one character a byte
   * @param question JSON: {@code secret}, {@code other} and {@code stringToSign} (one character a
   *     byte), {@code own}, {@code ofDoku}, {@code token}, {@code scheme}, {@code part}, {@code
   *     target}, {@code signature}, {@code index}, {@code paths}, {@code url}, {@code hypotheses},
   *     {@code seconds}
   * @return JSON
   */
  @JSExport
  public static String explain(String text, String question) {
    System.setProperty("user.dir", "/");
    return explain(text, Question.of(question));
  }

  private static String explain(String text, Question question) {
    JsonOut out = new JsonOut().open();
    try {
      MerchantKeys keys = keys(question);
      List<PendingExchange> found = new ArrayList<>();
      List<String> remarks = new ArrayList<>();
      String kind = read(text, question, found, remarks);
      out.text("kind", kind).number("count", found.size()).texts("remarks", remarks);
      int index = Math.min((int) question.number("index"), found.size() - 1);
      Exchange exchange = found.get(index).parse();
      exchange(exchange, out);
      answers(exchange, keys, question, out);
    } catch (InputException e) {
      out.text("error", reason(e));
    } catch (IllegalArgumentException e) {
      out.text("keyError", String.valueOf(e.getMessage()));
    }
    return out.close().toString();
  }

  /**
   * Holds a string to sign against a signature, where there is no message.
   *
   * @param text one character a byte
   */
  @JSExport
  public static String string(String text, String question) {
    JsonOut out = new JsonOut().open();
    try {
      Question asked = Question.of(question);
      SignedString string =
          SignedString.of(
              new String(text.getBytes(ISO_8859_1), UTF_8),
              asked.text("signature").orElse(""),
              keys(asked).secrets());
      out.truth("right", string.isRight()).texts("text", string.lines());
    } catch (InputException e) {
      out.text("error", reason(e));
    }
    return out.close().toString();
  }

  /** Without the name of a file, for there is none. */
  private static String reason(InputException e) {
    return String.valueOf(e.getMessage())
        .replaceFirst("^(stdin|the secret)(#\\d+)?:( |(?=\\d))", "");
  }

  private static String read(
      String text, Question question, List<PendingExchange> found, List<String> remarks)
      throws InputException {
    List<Optional<InputFormat>> formats = new ArrayList<>(List.of(Optional.empty()));
    // Lines of JSON may be exchanges or a log's.
    formats.add(Optional.of(InputFormat.LOG));
    @Nullable InputException first = null;
    for (Optional<InputFormat> format : formats) {
      try {
        InputOptions options =
            new InputOptions(
                format,
                target -> false,
                AllowedFiles.none(),
                question.text("target"),
                Optional.empty());
        InputSource source =
            Inputs.openStandardInput(new ByteArrayInputStream(text.getBytes(ISO_8859_1)), options);
        found.clear();
        for (Optional<PendingExchange> next = source.next(); next.isPresent(); ) {
          found.add(next.get());
          next = source.next();
        }
        if (found.isEmpty()) {
          throw InputException.of("stdin", "nothing here is a message");
        }
        found.get(0).parse();
        remarks.addAll(source.remarks());
        return format.map(InputFormat::id).orElse("");
      } catch (InputException e) {
        first = first == null ? e : first;
      }
    }
    throw requireNonNull(first);
  }

  private static MerchantKeys keys(Question question) throws InputException {
    MerchantKeys keys = MerchantKeys.none();
    Optional<String> secret = question.text("secret");
    if (secret.isPresent()) {
      SecretFile file = SecretFile.of("the secret", secret.get().getBytes(ISO_8859_1));
      // What stands around a secret hardly belongs to it, but it may.
      if (file.plain().isPresent()) {
        keys = keys.with(SigningKey.of(file.plain().get()));
      }
      keys = keys.with(SigningKey.of(file.secret()));
    }
    Optional<String> own = question.text("own");
    if (own.isPresent()) {
      keys = keys.withOwn(AsymmetricKey.ofPem(own.get()));
    }
    Optional<String> ofDoku = question.text("ofDoku");
    if (ofDoku.isPresent()) {
      keys = keys.withOfDoku(AsymmetricKey.ofPem(ofDoku.get()));
    }
    Optional<String> token = question.text("token");
    return token.isPresent() ? keys.withToken("given", AccessToken.of(token.get())) : keys;
  }

  private static void exchange(Exchange exchange, JsonOut out) {
    Request request = exchange.request();
    out.name("request").open();
    out.text("method", request.method()).text("target", request.target().raw());
    message(request, out).close();
    if (exchange.response().isPresent()) {
      Response response = exchange.response().get();
      out.name("response").open().number("status", response.status());
      message(response, out).close();
    }
  }

  private static JsonOut message(Message message, JsonOut out) {
    out.<Header>list(
        "headers",
        message.headers().stream().toList(),
        (json, header) -> json.<String>list(List.of(header.name(), header.value()), JsonOut::text));
    return out.text("body", Base64.getEncoder().encodeToString(message.body().toByteArray()));
  }

  private static void answers(
      Exchange exchange, MerchantKeys keys, Question question, JsonOut out) {
    Schemes schemes = Schemes.bundled();
    Scheme scheme = schemes.of(question.text("scheme"), exchange.request().headers());
    out.text("scheme", scheme.id());
    SchemeDiagnosis diagnosis = schemes.find(scheme.id()).orElseThrow();
    List<SignedPart> parts = parts(exchange, scheme, question);
    List<String> needed = new ArrayList<>();
    List<PageAnswer> answers = new ArrayList<>();
    for (SignedPart part : parts) {
      if (scheme.signer(keys, part).isEmpty()) {
        needed.add(neededKey(scheme, part));
        continue;
      }
      PageAnswer answer = answer(exchange, diagnosis, part, keys, question);
      // Whether DOKU or the merchant sent a request is tried, where nobody says it.
      boolean again =
          !answers.isEmpty() && answers.get(answers.size() - 1).part().part() == part.part();
      if (!again) {
        answers.add(answer);
      } else if (answers.get(answers.size() - 1).isUnexplained() && !answer.isUnexplained()) {
        answers.set(answers.size() - 1, answer);
      }
    }
    if (answers.isEmpty()) {
      out.text("needs", needed.get(0));
    }
    out.<PageAnswer>list("answers", answers, (json, answer) -> answer.write(json));
  }

  private static String neededKey(Scheme scheme, SignedPart part) {
    if (scheme == Snap.TOKEN || scheme == Snap.ASYMMETRIC) {
      return part.isOfDoku() ? "ofDoku" : "own";
    }
    return "secret";
  }

  private static List<SignedPart> parts(Exchange exchange, Scheme scheme, Question question) {
    Optional<String> named = question.text("part");
    if (named.isPresent()) {
      return List.of(SignedPart.valueOf(named.get()));
    }
    List<SignedPart> parts = new ArrayList<>();
    Request request = exchange.request();
    parts.add(SignedPart.REQUEST);
    if (!question.texts("paths").contains(request.target().path())) {
      parts.add(isOfDoku(request.body()) ? 0 : 1, SignedPart.NOTIFICATION);
    }
    boolean signedResponse =
        exchange.response().isPresent()
            && scheme
                .value(HeaderRole.SIGNATURE, Part.RESPONSE, exchange.response().get().headers())
                .isPresent();
    if (signedResponse) {
      parts.add(SignedPart.RESPONSE);
    }
    return parts;
  }

  /** Tells whether a body has what those of all notifications have, or of inquiries. */
  private static boolean isOfDoku(Body body) {
    return SentBody.of(body).json().orElse(Json.Literal.NULL) instanceof Json.Obj members
        && ((isObject(members, "transaction") && isObject(members, "order"))
            || isObject(members, "virtual_account_inquiry")
            || isObject(members, "online_to_offline_inquiry"));
  }

  private static boolean isObject(Json.Obj members, String name) {
    return members.find(name).orElse(Json.Literal.NULL) instanceof Json.Obj;
  }

  private static PageAnswer answer(
      Exchange exchange,
      SchemeDiagnosis scheme,
      SignedPart part,
      MerchantKeys keys,
      Question question) {
    SignedMessage message = new SignedMessage(part, exchange.request(), exchange.response());
    String path = exchange.request().target().path();
    DiagnosisInput input =
        DiagnosisInput.of(scheme, message, keys)
            .withOtherTargets(
                question.texts("paths").stream().filter(other -> !other.equals(path)).toList())
            .withOwnUrls(question.text("url").stream().toList());
    Optional<String> other = question.text("other");
    if (other.isPresent()) {
      MerchantSecret secret = MerchantSecret.of(other.get().getBytes(ISO_8859_1));
      input = input.withOthers(Map.of("the other secret", MerchantKeys.of(secret)));
    }
    Budget budget =
        Budget.standard()
            .withThreads(1)
            .withTime(Duration.ofSeconds(question.number("seconds")))
            .withHypotheses(question.number("hypotheses"));
    Diagnosis diagnosis = Diagnoser.diagnose(input, budget);
    List<String> text = DiagnosisText.lines(diagnosis);
    Optional<String> string = question.text("stringToSign");
    if (string.isPresent() && part.part() == Part.REQUEST) {
      StringComparison comparison =
          StringComparison.of(input, string.get().getBytes(ISO_8859_1), budget);
      return new PageAnswer(part, diagnosis, text, DiagnosisText.lines(comparison));
    }
    return new PageAnswer(part, diagnosis, text, List.of());
  }
}
