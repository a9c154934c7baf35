using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Extensions.ObjectPool;
using RazorSlices;

namespace Keukentafel.Web.Shell;

/// <summary>
/// Sends a page whole or not at all: it is drawn first and sent then, so that a fault while drawing becomes an error page, and a view can
/// still set a cookie.
/// </summary>
public sealed class Whole : IEndpointFilter
{
    /// <summary>Encodes what markup could be made of, and leaves letters of all languages as they are.</summary>
    public static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private static readonly ObjectPool<Pipe> Pipes = new DefaultObjectPool<Pipe>(new PipePolicy(), 32);

    /// <inheritdoc />
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        await next(context) is var answer && answer is RazorSlice page ? new Sent(page) : answer;

    /// <summary>A page that is sent whole.</summary>
    /// <param name="page">The page.</param>
    public static IResult Of(IResult page) => page is RazorSlice slice ? new Sent(slice) : page;

    private sealed class Sent(RazorSlice page) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var pipe = Pipes.Get();
            try
            {
                page.HttpContext = httpContext;
                await page.RenderAsync(pipe.Writer, Encoder, httpContext.RequestAborted);
                await pipe.Writer.CompleteAsync();
                var drawn = await pipe.Reader.ReadAsync(httpContext.RequestAborted);
                var response = httpContext.Response;
                response.ContentType = "text/html; charset=utf-8";
                response.ContentLength = drawn.Buffer.Length;
                if (!HttpMethods.IsHead(httpContext.Request.Method))
                {
                    // In large parts: each write is compressed by itself, and in small ones a page is a quarter larger on the line.
                    foreach (var part in drawn.Buffer)
                    {
                        await response.Body.WriteAsync(part, httpContext.RequestAborted);
                    }
                }

                pipe.Reader.AdvanceTo(drawn.Buffer.End);
            }
            finally
            {
                await pipe.Writer.CompleteAsync();
                await pipe.Reader.CompleteAsync();
                pipe.Reset();
                Pipes.Return(pipe);
            }
        }
    }

    private sealed class PipePolicy : IPooledObjectPolicy<Pipe>
    {
        public Pipe Create() => new(new PipeOptions(pauseWriterThreshold: 0, minimumSegmentSize: 32 * 1024, useSynchronizationContext: false));

        public bool Return(Pipe obj) => true;
    }
}
