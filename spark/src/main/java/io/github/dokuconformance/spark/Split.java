package io.github.dokuconformance.spark;

import java.io.Serializable;

/**
 * A part of an input: the lines that begin in it.
 *
 * @param number among all parts, in the order of the inputs
 * @param input its place among the inputs
 * @param name of the input, as the user gave it
 * @param path the same, from whatever folder a worker runs in
 * @param start the first byte
 * @param end the byte after the last
 */
record Split(int number, int input, String name, String path, long start, long end)
    implements Serializable {}
