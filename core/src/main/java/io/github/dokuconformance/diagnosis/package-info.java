/**
 * Says which mistakes yield the signature that came, by making them and comparing.
 *
 * <pre>
 * DiagnosisInput ──► SchemeDiagnosis.read ──► Evidence: a Case for each reading and key
 *                                               │ right Recipe, Choices, BodyForms
 *        Prepared: a Space for each Case ◄──────┘
 *            │
 *        Search: Tasks of one, two, three Choices, the likelier first, in Lanes
 *            │ Lane: Recipe ──Assembly──► text ──Key, MacKind──► MAC
 *            │ Judge: is it what came?  ◄── SignatureForm: the header, read in every way
 *            ▼
 *        Found ──► Equivalents ──► Diagnosis
 * </pre>
 *
 * <p>This package is the engine, and knows no scheme. Three words: a {@link
 * io.github.dokuconformance.diagnosis.Dimension} is something that a signer chooses, a {@link
 * io.github.dokuconformance.diagnosis.Recipe} has one value for each, and a {@link
 * io.github.dokuconformance.diagnosis.Choice} is a wrong value of one, which some {@link
 * io.github.dokuconformance.diagnosis.Mistake} leads to. What a search may do is a {@link
 * io.github.dokuconformance.diagnosis.Budget}, and what a recipe takes of it its {@link
 * io.github.dokuconformance.diagnosis.Weight}.
 *
 * <p>A scheme brings its dimensions, choices and codes in a package of its own, such as {@code
 * nonsnap}, with the help of {@code body} for the forms of a body. {@link
 * io.github.dokuconformance.diagnosis.text} puts a diagnosis into words.
 */
@NullMarked
package io.github.dokuconformance.diagnosis;

import org.jspecify.annotations.NullMarked;
