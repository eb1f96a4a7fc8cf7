package org.stepbridge.model;

/** The Liquidlogic system a record comes from. */
public enum SourceSystem {
    /** Children's social care. */
    LCS,
    /** Early help. */
    EHM
}
