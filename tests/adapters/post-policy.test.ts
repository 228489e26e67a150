import { describe, expect, it } from 'vitest';
import { postFields, signPolicy } from '../../functions/adapters/api/post-policy.ts';

/** The example of AWS: "Browser-Based Upload using HTTP POST (Using AWS Signature Version 4)". */
const published = {
  secret: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  signature: '8afdbf4008c03f22c2cd3cdb72e4afbb1f6a588f3255ac628749a66d7f09699e',
  policy: [
    'eyAiZXhwaXJhdGlvbiI6ICIyMDE1LTEyLTMwVDEyOjAwOjAwLjAwMFoiLA0KICAiY29uZGl0aW9ucyI6IFsNCiAgICB7ImJ1Y2tldCI6ICJzaWd2',
    'NGV4YW1wbGVidWNrZXQifSwNCiAgICBbInN0YXJ0cy13aXRoIiwgIiRrZXkiLCAidXNlci91c2VyMS8iXSwNCiAgICB7ImFjbCI6ICJwdWJsaWMt',
    'cmVhZCJ9LA0KICAgIHsic3VjY2Vzc19hY3Rpb25fcmVkaXJlY3QiOiAiaHR0cDovL3NpZ3Y0ZXhhbXBsZWJ1Y2tldC5zMy5hbWF6b25hd3MuY29t',
    'L3N1Y2Nlc3NmdWxfdXBsb2FkLmh0bWwifSwNCiAgICBbInN0YXJ0cy13aXRoIiwgIiRDb250ZW50LVR5cGUiLCAiaW1hZ2UvIl0sDQogICAgeyJ4',
    'LWFtei1tZXRhLXV1aWQiOiAiMTQzNjUxMjM2NTEyNzQifSwNCiAgICB7IngtYW16LXNlcnZlci1zaWRlLWVuY3J5cHRpb24iOiAiQUVTMjU2In0s',
    'DQogICAgWyJzdGFydHMtd2l0aCIsICIkeC1hbXotbWV0YS10YWciLCAiIl0sDQoNCiAgICB7IngtYW16LWNyZWRlbnRpYWwiOiAiQUtJQUlPU0ZP',
    'RE5ON0VYQU1QTEUvMjAxNTEyMjkvdXMtZWFzdC0xL3MzL2F3czRfcmVxdWVzdCJ9LA0KICAgIHsieC1hbXotYWxnb3JpdGhtIjogIkFXUzQtSE1B',
    'Qy1TSEEyNTYifSwNCiAgICB7IngtYW16LWRhdGUiOiAiMjAxNTEyMjlUMDAwMDAwWiIgfQ0KICBdDQp9',
  ].join(''),
};

describe('a form for one document', () => {
  it('is signed as AWS signs its own example', () => {
    expect(signPolicy(published.policy, published.secret, '20151229', 'us-east-1')).toBe(published.signature);
  });

  const object = {
    bucket: 'intake',
    key: 'practices/maple-street/encounters/E1/document-1.pdf',
    contentType: 'application/pdf',
    bytes: [1234, 1234],
  } as const;
  const when = {
    region: 'us-east-2',
    now: new Date('2026-11-30T18:05:09.123Z'),
    expires: new Date('2026-11-30T18:20:09.123Z'),
  };
  const signer = { accessKeyId: 'ASIAEXAMPLE', secretAccessKey: 'secret', sessionToken: 'token' };

  it('names every field in its policy, the size and the bucket, and when it ends', () => {
    const { policy = '', 'x-amz-signature': signature, ...fields } = postFields(object, signer, when);
    expect(fields).toEqual({
      key: object.key,
      'Content-Type': 'application/pdf',
      'x-amz-algorithm': 'AWS4-HMAC-SHA256',
      'x-amz-credential': 'ASIAEXAMPLE/20261130/us-east-2/s3/aws4_request',
      'x-amz-date': '20261130T180509Z',
      'x-amz-security-token': 'token',
    });
    expect(JSON.parse(Buffer.from(policy, 'base64').toString())).toEqual({
      expiration: '2026-11-30T18:20:09.123Z',
      conditions: [
        { bucket: 'intake' },
        ...Object.entries(fields).map(([name, value]) => ({ [name]: value })),
        ['content-length-range', 1234, 1234],
      ],
    });
    expect(signature).toBe(signPolicy(policy, 'secret', '20261130', 'us-east-2'));
  });

  it('of credentials that do not end has no session token', () => {
    const { sessionToken: _none, ...lasting } = signer;
    expect(postFields(object, lasting, when)).not.toHaveProperty('x-amz-security-token');
  });
});
