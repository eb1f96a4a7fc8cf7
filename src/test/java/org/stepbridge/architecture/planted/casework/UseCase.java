package org.stepbridge.architecture.planted.casework;

/** On floor 3, where floor 0 has no business. */
public class UseCase {}
