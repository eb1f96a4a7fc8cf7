/** Makes synthetic exports together with the truth about them, for demonstrations and benchmarks. */
@NullMarked
package org.stepbridge.operations.generate;

import org.jspecify.annotations.NullMarked;
