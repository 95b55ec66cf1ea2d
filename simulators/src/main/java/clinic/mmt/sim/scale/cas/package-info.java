/** CAS scales in ECR mode: asked by ENQ and DC1 as a cash register asks. */
@NullMarked
package clinic.mmt.sim.scale.cas;

import org.jspecify.annotations.NullMarked;
