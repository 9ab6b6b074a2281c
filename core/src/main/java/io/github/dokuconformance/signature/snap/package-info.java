/**
 * SNAP, the national standard of payment APIs, as DOKU's pages have it: a token is asked for by an
 * RSA signature, and with the token a transaction is signed by HMAC-SHA512, or, on one page alone,
 * by RSA too.
 */
@NullMarked
package io.github.dokuconformance.signature.snap;

import org.jspecify.annotations.NullMarked;
