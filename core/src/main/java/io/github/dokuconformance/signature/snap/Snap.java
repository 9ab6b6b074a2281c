package io.github.dokuconformance.signature.snap;

import io.github.dokuconformance.signature.Reading;
import io.github.dokuconformance.signature.Scheme;
import java.util.List;

/** SNAP's three schemes, and the readings of what the pages leave open. */
public final class Snap {
  /** By which a token is asked for, from DOKU and from the merchant. */
  public static final Scheme TOKEN = new SnapToken();

  /** By which a transaction is signed, and what DOKU sends to the merchant. */
  public static final Scheme SYMMETRIC = new SnapTransaction(true);

  /** By which one page has transactions signed; DOKU's own code and collection never do. */
  public static final Scheme ASYMMETRIC = new SnapTransaction(false);

  /** All of them. */
  public static final List<Scheme> SCHEMES = List.of(TOKEN, SYMMETRIC, ASYMMETRIC);

  public static final Reading SPACE_ALONE =
      new Reading(
          "minify takes white space away and keeps every escape, where writing the body anew would"
              + " change some");
  public static final Reading WRITTEN_ANEW =
      new Reading("minify writes the body anew, with the fewest escapes and raw UTF-8");
  public static final Reading QUERY_INCLUDED =
      new Reading("the query is part of the path that is signed");
  public static final Reading BY_RSA =
      new Reading(
          "a transaction is signed by RSA, as one page prints it; DOKU's own code and collection"
              + " sign each by HMAC-SHA512");

  private Snap() {}
}
