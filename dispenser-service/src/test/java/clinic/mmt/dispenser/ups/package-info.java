/** Tests of the client of a UPS's service. */
@org.jspecify.annotations.NullMarked
package clinic.mmt.dispenser.ups;
