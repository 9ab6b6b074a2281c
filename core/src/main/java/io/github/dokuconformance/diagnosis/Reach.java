package io.github.dokuconformance.diagnosis;

/**
 * How far a search went.
 *
 * @param hypotheses how many recipes were tried
 * @param complete all sets of up to so many changes were tried
 * @param cut what ended it early or kept it from hypotheses that are too dear
 * @param work what was planned, in the unit of {@link Budget#work}
 */
record Reach(long hypotheses, int complete, Cut cut, long work) {}
