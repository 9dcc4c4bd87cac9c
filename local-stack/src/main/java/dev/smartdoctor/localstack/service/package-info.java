/**
 * The five services as processes: where their jars are, the settings each one gets, its keys, and the flags of its JVM.
 *
 * <p>
 * Talks to: the services' readiness endpoints.
 */
package dev.smartdoctor.localstack.service;
