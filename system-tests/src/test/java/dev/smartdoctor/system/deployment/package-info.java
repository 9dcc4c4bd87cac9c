/**
 * What can be known of the deployment files without a cluster or an engine.
 * Talks to: nobody; reads files, and runs kubectl kustomize where it is installed.
 */
package dev.smartdoctor.system.deployment;
