"""How @specfy/stack-analyser's names are ours, and where it finds what is not there."""

from __future__ import annotations

LANGUAGES = frozenset(
    {
        "bash", "c", "clojure", "coffeescript", "cplusplus", "csharp", "css", "cuda", "dart", "elixir",
        "erlang", "fortran",
        "fsharp", "glsl", "go", "golang", "groovy", "haskell", "html", "java", "javascript", "jsx", "kotlin",
        "less", "lua",
        "matlab", "nim", "objectivec", "ocaml", "perl", "php", "powershell", "python", "r", "ruby", "rust",
        "sass", "scala",
        "scss", "solidity", "swift", "typescript", "vba", "zig",
    }
)  # fmt: skip
SAME = {
    "aws.amplifyhosting": "aws-amplify", "aws.apigateway": "api-gateway", "aws.athena": "athena", "aws.bedrock":
    "amazon-bedrock",
    "aws.cloudfront": "cloudfront", "aws.cloudwatch": "cloudwatch", "aws.cognito": "cognito", "aws.dynamodb":
    "dynamodb",
    "aws.ec2": "ec2", "aws.ecr": "ecr", "aws.ecs": "ecs", "aws.efs": "efs", "aws.eks": "eks", "aws.glue": "glue",
    "aws.kinesis": "kinesis", "aws.kms": "kms", "aws.lambda": "aws-lambda", "aws.mq": "amazon-mq",
    "aws.opensearch": "opensearch",
    "aws.polly": "polly", "aws.rds": "rds", "aws.rekognition": "rekognition", "aws.s3": "s3", "aws.sagemaker":
    "sagemaker",
    "aws.secretsmanager": "aws-secrets-manager", "aws.sfn": "step-functions", "aws.sns": "sns", "aws.sqs": "sqs",
    "aws.transcribe": "transcribe", "aws.translate": "translate",
    "azure.aks": "aks", "azure.ci": "azure-pipelines", "azure.cosmosdb": "cosmos-db", "azure.functions":
    "azure-functions",
    "azure.openai": "azure-openai", "azure.storage": "azure-blob-storage",
    "gcp.artifactregistry": "google-artifact-registry", "gcp.cloudbuild": "cloud-build", "gcp.cloudrun": "cloud-run",
    "gcp.gce": "compute-engine", "gcp.gcs": "cloud-storage", "gcp.gke": "gke", "gcp.kms": "google-kms",
    "gcp.logging": "google-logging",
    "gcp.memorystore": "memorystore", "gcp.pubsub": "google-pubsub", "gcp.secretmanager": "google-secret-manager",
    "gcp.sql": "cloud-sql", "gcp.vertex": "vertex-ai", "google.analytics": "google-analytics",
    "ariakitui": "ariakit", "baseui": "base-ui", "betterauth": "better-auth", "biomejs": "biome",
    "builtwithfern": "fern",
    "bunsh": "bun", "capacitorjs": "capacitor", "cloudflare.workers": "cloudflare", "convexdb": "convex",
    "cypressci": "cypress",
    "d3js": "d3", "depotdev": "depot", "dieselrs": "diesel", "doctrinephp": "doctrine", "drizzleorm": "drizzle",
    "droneci": "drone",
    "effectjs": "effect", "emberjs": "ember", "expodev": "expo", "expojs": "expo", "firebase.firestore":
    "firestore", "flyio": "fly-io",
    "geminiai": "google-gemini-api", "github.actions": "github-actions", "github.codeql": "codeql",
    "github.pages": "github-pages",
    "gitlab.ci": "gitlab-ci", "goent": "ent", "headlessui": "headless-ui", "hexojs": "hexo", "honojs": "hono",
    "huggingface": "transformers", "joijs": "joi", "lucideicons": "lucide", "mochajs": "mocha", "monacoeditor":
    "monaco-editor",
    "newrelic": "new-relic", "nuxtjs": "nuxt", "nxjs": "nx", "oraclecloud": "oracle-cloud", "parceljs": "parcel",
    "payloadcms": "payload", "phosphoreicons": "phosphor-icons", "phpcomposer": "composer", "phppest": "pest",
    "preactjs": "preact", "radixicons": "radix-icons", "radixui": "radix-ui", "reactemail": "react-email",
    "reacticons": "react-icons", "reactrouterdom": "react-router", "redwoodjs": "redwood", "rekaui": "reka-ui",
    "remixrouter": "remix", "remixrun": "remix", "rubyenv": "ruby-version", "simpleicons": "simple-icons",
    "socketio": "socket-io",
    "solidjs": "solid", "sveltejs": "svelte", "tablericons": "tabler-icons", "tailwind": "tailwindcss",
    "tanstackrouter": "tanstack-router", "tanstackstart": "tanstack-start", "testinglibrary": "testing-library",
    "travisci": "travis-ci", "upstash.qstash": "upstash-qstash", "upstash.redis": "upstash", "vercel.analytics":
    "vercel-analytics",
    "vercel.blob": "vercel-blob", "vercel.edge": "vercel-edge-config", "vercel.functions": "vercel",
    "vercel.postgres": "vercel-postgres",
    "vuejs": "vue",
}  # fmt: skip
BELOW = "a pipeline's file below the top, where no service reads it: part of a template or of generated code"
OTHERS = "in a folder of copied code, or of data for tests"
BROUGHT = "a requirements.txt that pip-compile wrote: what is asked for is in requirements.in"
FALSE: dict[tuple[str, str], str] = {
    ("cookiecutter/cookiecutter-django", "droneci"): BELOW,
    ("cookiecutter/cookiecutter-django", "gitlab.ci"): BELOW,
    ("cookiecutter/cookiecutter-django", "travisci"): BELOW,
    ("hatchet-dev/hatchet", "gitlab.ci"): BELOW,
    ("hatchet-dev/hatchet", "travisci"): BELOW,
    ("fluxcd/flux2", "asdf"): OTHERS,
    ("google-gemini/gemini-cli", "jest"): OTHERS,
    ("PostgREST/postgrest", "openapi"): OTHERS,
    ("hexojs/hexo-starter", "github.pages"): "takes _config.yml, which is Hexo's, for Jekyll on GitHub Pages",
    ("jekyll/minima", "github.pages"): "takes _config.yml, which any site of Jekyll has, for GitHub Pages",
    ("11ty/eleventy-base-blog", "github.pages"): "a workflow named .sample, which does not run",
    ("11ty/eleventy-base-blog", "github.actions"): "a workflow named .sample, which does not run",
    ("argoproj/argo-cd", "google"): "the maker of Google Analytics, which is no technology",
    ("koel/koel", "vitest"): "an alias of another package, npm:@voidzero-dev/vite-plus-test",
    ("open-telemetry/opentelemetry-demo", "huggingface"): BROUGHT,
    ("open-telemetry/opentelemetry-demo", "jsonschema"): BROUGHT,
    ("dubinc/dub", "aws"): "aws4fetch signs requests for storage of any maker; nothing else speaks of AWS",
}
"""By repository and its name for the technology."""
