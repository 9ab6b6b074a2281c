package io.github.dokuconformance.contract;

/** A response repeats, at one place, what stands at a place of its request. */
public record Echo(Pointer request, Pointer response) {}
