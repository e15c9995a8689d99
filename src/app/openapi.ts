// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { AnyRoute } from '#platform/http';

/** The OpenAPI 3.1 description of every route that declares `api`, made from the schemas it parses with. */
export function openApi(routes: readonly AnyRoute[], origin: string): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) {
    if (route.api === undefined) continue;
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.verb.toLowerCase()]: operation(route) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Rowan', version: '1', license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' } },
    servers: [{ url: origin }],
    paths,
  };
}

function operation(route: AnyRoute): object {
  const named = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const parameters = [...named, ...asked(route)];
  return {
    operationId: route.name,
    summary: route.api?.summary,
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(route.json === undefined
      ? {}
      : { requestBody: { required: true, content: { 'application/json': { schema: shape(route.json) } } } }),
    ...(route.access === 'machine' ? { security: [{ bearer: [] }] } : {}),
    responses: {
      200: {
        description: 'OK',
        ...(route.api?.answer === undefined
          ? {}
          : { content: { 'application/json': { schema: shape(route.api.answer) } } }),
      },
      default: {
        description: 'A code of docs/errors.md',
        content: {
          'application/json': { schema: { type: 'object', properties: { error: { type: 'string' } } } },
        },
      },
    },
  };
}

/** What may stand in the query, by the shapes it is parsed with. */
function asked({ query }: AnyRoute) {
  if (query === undefined) return [];
  const properties: Record<string, object> = Object(shape(query).properties);
  return Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: false, schema }));
}

const shape = (schema: z.ZodType) => z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' });
