package io.github.dokuconformance.diagnosis.nonsnap;

import io.github.dokuconformance.signature.MerchantSecret;

/** Another secret that the user has, with the name to tell it by: a client id, say. */
record NamedSecret(String name, MerchantSecret secret) {}
