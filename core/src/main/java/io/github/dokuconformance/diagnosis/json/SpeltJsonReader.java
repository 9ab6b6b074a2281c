package io.github.dokuconformance.diagnosis.json;

import io.github.dokuconformance.diagnosis.json.Json.Arr;
import io.github.dokuconformance.diagnosis.json.Json.Literal;
import io.github.dokuconformance.diagnosis.json.Json.Member;
import io.github.dokuconformance.diagnosis.json.Json.Num;
import io.github.dokuconformance.diagnosis.json.Json.Obj;
import io.github.dokuconformance.diagnosis.json.Json.Str;
import io.github.dokuconformance.diagnosis.json.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads tokens as one JSON value; strict, and no deeper than 64 levels. */
public final class SpeltJsonReader {
  private static final int MAX_DEPTH = 64;

  private final List<Token> tokens;
  private int next;

  private SpeltJsonReader(List<Token> tokens) {
    this.tokens = tokens;
  }

  /** Returns the value, or nothing where the tokens are not one JSON value. */
  public static Optional<Json> read(Tokens tokens) {
    SpeltJsonReader reader =
        new SpeltJsonReader(tokens.list().stream().filter(t -> t.kind() != Kind.SPACE).toList());
    try {
      Json value = reader.value(0);
      return reader.next == reader.tokens.size() ? Optional.of(value) : Optional.empty();
    } catch (Unreadable e) {
      return Optional.empty();
    }
  }

  private Json value(int depth) throws Unreadable {
    Token token = take();
    return switch (token.kind()) {
      case STRING -> Str.ofToken(token.text());
      case NUMBER -> new Num(token.text());
      case LITERAL -> new Literal(token.text());
      default -> {
        if (depth == MAX_DEPTH) {
          throw new Unreadable();
        }
        if (token.is('{')) {
          yield object(depth + 1);
        }
        if (token.is('[')) {
          yield array(depth + 1);
        }
        throw new Unreadable();
      }
    };
  }

  private Json object(int depth) throws Unreadable {
    List<Member> members = new ArrayList<>();
    if (took('}')) {
      return new Obj(members);
    }
    do {
      Token name = take();
      if (name.kind() != Kind.NAME || !took(':')) {
        throw new Unreadable();
      }
      members.add(new Member(Str.ofToken(name.text()), value(depth)));
    } while (took(','));
    require('}');
    return new Obj(members);
  }

  private Json array(int depth) throws Unreadable {
    List<Json> items = new ArrayList<>();
    if (took(']')) {
      return new Arr(items);
    }
    do {
      items.add(value(depth));
    } while (took(','));
    require(']');
    return new Arr(items);
  }

  private Token take() throws Unreadable {
    if (next == tokens.size()) {
      throw new Unreadable();
    }
    return tokens.get(next++);
  }

  private boolean took(char punctuation) {
    boolean found = next < tokens.size() && tokens.get(next).is(punctuation);
    if (found) {
      next++;
    }
    return found;
  }

  private void require(char punctuation) throws Unreadable {
    if (!took(punctuation)) {
      throw new Unreadable();
    }
  }

  /** Not JSON; carries nothing, for the caller only needs to know that. */
  private static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreadable() {
      super(null, null, false, false);
    }
  }
}
