package io.github.dokuconformance.pact.provider;

import au.com.dius.pact.provider.junitsupport.Provider;

/** As for the first channel: the sandbox holds the contract of SNAP's virtual accounts. */
@Provider("doku-snap-va")
class SnapVerificationTest extends SandboxVerificationTest {}
