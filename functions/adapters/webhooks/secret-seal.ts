import { DecryptCommand, EncryptCommand, KMSClient } from '@aws-sdk/client-kms';
import type { EndpointName } from '../../domain/webhooks/endpoint.ts';
import { requiredEnv } from '../../runtime/environment.ts';
import { webhooksEnv } from './webhooks.env.ts';

const client = new KMSClient({});

/** What is sealed for one endpoint opens for no other. */
const boundTo = ({ practiceId, endpointId }: EndpointName) => ({
  KeyId: requiredEnv(webhooksEnv.keyId),
  EncryptionContext: { practiceId, endpointId },
});

/** Encrypts a secret by a key that the table's readers may not use. */
export const sealSecret = async (name: EndpointName, secret: string): Promise<string> => {
  const { CiphertextBlob = new Uint8Array() } = await client.send(
    new EncryptCommand({ ...boundTo(name), Plaintext: Buffer.from(secret) }),
  );
  return Buffer.from(CiphertextBlob).toString('base64');
};

export const openSecret = async (name: EndpointName, sealed: string): Promise<string> => {
  const { Plaintext = new Uint8Array() } = await client.send(
    new DecryptCommand({ ...boundTo(name), CiphertextBlob: Buffer.from(sealed, 'base64') }),
  );
  return Buffer.from(Plaintext).toString('utf8');
};
