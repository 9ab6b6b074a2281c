/**
 * What a signature is, whatever the scheme: values of a message, the text they are put together to,
 * and what a key makes of it.
 *
 * <pre>
 * message ──► Components ──► StringToSign ──► Signature     sign: Scheme.sign(Components, key)
 *                    Stages: digest, string to sign, signature
 * message ──► Attempt per Reading × key ──► Verification    verify: Scheme.verify(SignedMessage, MerchantKeys)
 * </pre>
 *
 * <p>A {@link io.github.dokuconformance.signature.Scheme} is one way of signing and has a package
 * of its own, such as {@link io.github.dokuconformance.signature.nonsnap}; it alone knows names of
 * headers, by their {@link io.github.dokuconformance.signature.HeaderRole}. A {@link
 * io.github.dokuconformance.signature.Reading} is one answer to a question that DOKU's pages leave
 * open. A {@link io.github.dokuconformance.signature.KeyRing} holds what is known of each merchant:
 * secrets, key pairs and tokens, several of each.
 */
@NullMarked
package io.github.dokuconformance.signature;

import org.jspecify.annotations.NullMarked;
