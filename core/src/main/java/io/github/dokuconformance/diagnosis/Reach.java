package io.github.dokuconformance.diagnosis;

/**
 * How far a search went.
 *
 * @param hypotheses how many recipes were tried
 * @param complete all sets of up to so many changes were tried
 * @param spent whether the budget ended it
 */
record Reach(long hypotheses, int complete, boolean spent) {}
