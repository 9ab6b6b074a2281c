package io.github.dokuconformance.pact.provider;

import au.com.dius.pact.provider.junitsupport.Provider;

/** As for the first channel: the sandbox holds the contract of virtual accounts. */
@Provider("doku-va")
class AccountsVerificationTest extends SandboxVerificationTest {}
